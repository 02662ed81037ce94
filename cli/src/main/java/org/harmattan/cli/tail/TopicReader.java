package org.harmattan.cli.tail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.harmattan.cli.session.CommandFailure;
import org.harmattan.schemas.topic.Topic;

/** Reads all partitions of one topic from a chosen point. */
final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final Topic<?, ?> topic;

    TopicReader(Consumer<String, byte[]> consumer, Topic<?, ?> topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /**
     * Hands over records until {@link #stop()}, or until what was there at the call has been seen.
     *
     * @throws org.apache.kafka.common.errors.WakeupException after {@link #stop()}
     */
    void read(Since since, boolean follow, java.util.function.Consumer<ConsumerRecord<String, byte[]>> seen) {
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        starts(since, partitions, ends).forEach(consumer::seek);
        while (follow || !reached(ends)) {
            consumer.poll(POLL).forEach(seen);
        }
    }

    /** Ends {@link #read} from another thread. */
    void stop() {
        consumer.wakeup();
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> known = consumer.partitionsFor(topic.name());
        if (known.isEmpty()) {
            throw new CommandFailure("the topic " + topic.name() + " is not there yet: run 'harmattan topics apply'");
        }
        return known.stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> starts(
            Since since, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        if (since instanceof Since.Beginning) {
            return consumer.beginningOffsets(partitions);
        }
        if (since instanceof Since.At at) {
            return firstSince(at.instant(), partitions, ends);
        }
        return ends;
    }

    private Map<TopicPartition, Long> firstSince(
            Instant instant, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, instant.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
        Map<TopicPartition, Long> starts = new HashMap<>(ends);
        // a partition without such a record answers null
        found.forEach((partition, offset) -> {
            if (offset != null) {
                starts.put(partition, offset.offset());
            }
        });
        return starts;
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
