package org.harmattan.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.topic.Topic;

/** Everything on one topic so far, read committed, as an outsider sees it. */
final class TopicTail<V> implements AutoCloseable {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final Topic<?, V> topic;
    private final Consumer<String, byte[]> consumer;
    private final Deserializer<V> deserializer;
    private final List<V> values = new ArrayList<>();

    TopicTail(KafkaConnection kafka, Topic<?, V> topic) {
        this.topic = topic;
        this.consumer = kafka.consumer("story-" + topic.shortName(), Optional.empty());
        this.deserializer = kafka.deserializer(topic);
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(topic.name(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on to the last committed record there is now, and returns all that came since the beginning. */
    List<V> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> entry : consumer.poll(SHORT)) {
                values.add(deserializer.deserialize(topic.name(), entry.value()));
            }
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
