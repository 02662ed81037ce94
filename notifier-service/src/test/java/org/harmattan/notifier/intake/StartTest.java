package org.harmattan.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StartTest {

    private static final Start.Found FOUND = new Start.Found("topic-a", Map.of(0, 0L, 1, 0L), Map.of(0, 120L, 1, 7L));

    @Test
    void aLaneThatIsNewStartsAtItsFirstRecordAndIsRecorded() {
        assertThat(Start.of(Map.of(), FOUND))
                .isEqualTo(new Start.At(new TreeMap<>(Map.of(0, 0L, 1, 0L)), new TreeMap<>(Map.of(0, 0L, 1, 0L))));
    }

    @Test
    void aKnownLaneGoesOnWhereItWasLeft() {
        assertThat(Start.of(Map.of(0, at(120), 1, at(3)), FOUND))
                .isEqualTo(new Start.At(new TreeMap<>(Map.of(0, 120L, 1, 3L)), new TreeMap<>()));
    }

    @Test
    void aPartitionThatCameLaterIsRegisteredFromItsFirstRecord() {
        assertThat(Start.of(Map.of(0, at(5)), FOUND))
                .isEqualTo(new Start.At(new TreeMap<>(Map.of(0, 5L, 1, 0L)), new TreeMap<>(Map.of(1, 0L))));
    }

    @Test
    void anOffsetBehindTheEndNeedsAChoice() {
        assertThat(Start.of(Map.of(0, at(121), 1, at(3)), FOUND))
                .isEqualTo(new Start.Choice("partition 0 ends at offset 120, but was read up to 121 before"));
    }

    @Test
    void aTopicMadeAnewNeedsAChoiceEvenWhenItIsLongEnough() {
        Start start = Start.of(Map.of(0, new TopicOffsets.Position("topic-b", 5)), FOUND);
        assertThat(start).isEqualTo(new Start.Choice("the topic was made anew since it was last read"));
    }

    @Test
    void recordsThatAreGoneNeedAChoice() {
        Start.Found trimmed = new Start.Found("topic-a", Map.of(0, 50L), Map.of(0, 120L));
        assertThat(Start.of(Map.of(0, at(20)), trimmed)).isInstanceOf(Start.Choice.class);
    }

    @Test
    void aMissingPartitionNeedsAChoice() {
        assertThat(Start.of(Map.of(9, at(0)), FOUND)).isInstanceOf(Start.Choice.class);
    }

    @Test
    void theGateClosesAfterSixHours() {
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        assertThat(Gate.of(now.minus(Duration.ofHours(6)), now)).isEqualTo(Gate.PASSES);
        assertThat(Gate.of(now.minus(Duration.ofHours(6)).minusMillis(1), now)).isEqualTo(Gate.TOO_OLD);
        assertThat(Gate.of(now.plusSeconds(5), now)).isEqualTo(Gate.PASSES);
    }

    private static TopicOffsets.Position at(long offset) {
        return new TopicOffsets.Position("topic-a", offset);
    }
}
