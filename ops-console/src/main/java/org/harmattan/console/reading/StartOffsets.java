package org.harmattan.console.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.harmattan.console.store.Offsets;

/**
 * Where to begin in each partition. A partition never read begins at its beginning. What retention has removed since is
 * gone. A topic made anew, or one that holds less than was read, is another topic: what was read from it does not count.
 *
 * @param offsets the first offset to read of each partition, with the topic's id
 * @param others partitions whose stored offset belongs to another making of the topic
 */
record StartOffsets(Map<TopicPartition, Offsets.Next> offsets, List<TopicPartition> others) {

    static StartOffsets of(
            Map<TopicPartition, Offsets.Next> stored,
            Map<TopicPartition, String> topicIds,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Offsets.Next> offsets = new HashMap<>();
        List<TopicPartition> others = new ArrayList<>();
        topicIds.forEach((partition, topicId) -> {
            long first = beginnings.getOrDefault(partition, 0L);
            Offsets.Next next = stored.get(partition);
            if (next != null && next.topicId().equals(topicId) && next.next() <= ends.getOrDefault(partition, 0L)) {
                offsets.put(partition, new Offsets.Next(topicId, Math.max(first, next.next())));
                return;
            }
            if (next != null) {
                others.add(partition);
            }
            offsets.put(partition, new Offsets.Next(topicId, first));
        });
        return new StartOffsets(offsets, others);
    }
}
