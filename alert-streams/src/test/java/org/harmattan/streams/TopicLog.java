package org.harmattan.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.topic.Topic;

/** All committed records of a topic, more at every look. */
final class TopicLog<V> implements AutoCloseable {

    private final Consumer<String, byte[]> consumer;
    private final Deserializer<V> values;
    private final List<Seen<V>> seen = new ArrayList<>();

    /**
     * A record.
     *
     * @param record as it came
     * @param value its value
     */
    record Seen<V>(ConsumerRecord<String, byte[]> record, V value) {}

    TopicLog(KafkaConnection kafka, Topic<String, V> topic) {
        consumer = kafka.consumer("test-reader", Optional.empty());
        values = kafka.deserializer(topic);
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    List<Seen<V>> all() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            seen.add(new Seen<>(record, values.deserialize(record.topic(), record.value())));
        }
        return seen;
    }

    List<V> values() {
        return all().stream().map(Seen::value).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
