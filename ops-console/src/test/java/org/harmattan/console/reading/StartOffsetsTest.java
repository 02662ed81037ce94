package org.harmattan.console.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.harmattan.console.store.Offsets.Next;
import org.junit.jupiter.api.Test;

/** Where to begin, from what is stored and what the broker holds. */
class StartOffsetsTest {

    private static final TopicPartition PARTITION = new TopicPartition("a-topic", 0);

    @Test
    void beginsAtTheBeginningOfWhatWasNeverRead() {
        StartOffsets start = start(Map.of(), "a", 3, 10);
        assertThat(start.offsets()).containsEntry(PARTITION, new Next("a", 3));
        assertThat(start.others()).isEmpty();
    }

    @Test
    void goesOnWhereItStopped() {
        StartOffsets start = start(Map.of(PARTITION, new Next("a", 7)), "a", 3, 10);
        assertThat(start.offsets()).containsEntry(PARTITION, new Next("a", 7));
        assertThat(start.others()).isEmpty();
    }

    @Test
    void goesOnAtWhatRetentionHasLeft() {
        StartOffsets start = start(Map.of(PARTITION, new Next("a", 2)), "a", 5, 10);
        assertThat(start.offsets()).containsEntry(PARTITION, new Next("a", 5));
        assertThat(start.others()).isEmpty();
    }

    @Test
    void takesATopicMadeAnewForAnotherOne() {
        StartOffsets start = start(Map.of(PARTITION, new Next("a", 7)), "b", 0, 10);
        assertThat(start.offsets()).containsEntry(PARTITION, new Next("b", 0));
        assertThat(start.others()).containsExactly(PARTITION);
    }

    @Test
    void takesATopicThatHoldsLessThanWasReadForAnotherOne() {
        StartOffsets start = start(Map.of(PARTITION, new Next("a", 11)), "a", 0, 10);
        assertThat(start.others()).containsExactly(PARTITION);
    }

    private static StartOffsets start(Map<TopicPartition, Next> stored, String id, long beginning, long end) {
        return StartOffsets.of(stored, Map.of(PARTITION, id), Map.of(PARTITION, beginning), Map.of(PARTITION, end));
    }
}
