package org.harmattan.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.harmattan.schemas.client.KafkaConnection;

/** All committed records of a topic with one partition, as bytes, more at every look. */
final class RawLog implements AutoCloseable {

    private final Consumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    RawLog(KafkaConnection kafka, String topic) {
        consumer = kafka.consumer("test-raw-reader", Optional.empty());
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    List<ConsumerRecord<String, byte[]>> all() {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
