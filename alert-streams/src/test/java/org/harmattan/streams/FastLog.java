package org.harmattan.streams;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.topic.Topic;

/** Committed records of a topic from now on, each handed on at once. */
final class FastLog<V> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(2);

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final Deserializer<V> values;

    FastLog(KafkaConnection kafka, Topic<String, V> topic) {
        consumer = kafka.consumer("test-fast-reader", Optional.empty());
        values = kafka.deserializer(topic);
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    void poll(java.util.function.Consumer<V> sink) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            sink.accept(values.deserialize(record.topic(), record.value()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
