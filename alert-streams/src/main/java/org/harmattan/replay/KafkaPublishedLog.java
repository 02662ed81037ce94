package org.harmattan.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.topic.Topic;

/** Reads one partition of an output topic, committed records only, from its beginning. */
final class KafkaPublishedLog implements PublishedLog, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<String, byte[]> consumer;
    private final TopicPartition partition;
    private final Deserializer<? extends SpecificRecord> values;
    private final Duration patience;
    private final boolean cut;
    private final Deque<Published> ahead = new ArrayDeque<>();

    /** @param patience how long a record is waited for that is not there yet: the assessment may be a moment behind */
    KafkaPublishedLog(
            KafkaConnection kafka, Topic<String, ? extends SpecificRecord> topic, int partition, Duration patience) {
        this.partition = new TopicPartition(topic.name(), partition);
        this.patience = patience;
        values = kafka.deserializer(topic);
        consumer = kafka.consumer("harmattan-verify-" + topic.name(), Optional.empty());
        consumer.assign(List.of(this.partition));
        consumer.seekToBeginning(List.of(this.partition));
        Long first = consumer.beginningOffsets(List.of(this.partition)).get(this.partition);
        cut = first != null && first > 0;
    }

    @Override
    public Optional<Published> await() {
        return next(patience);
    }

    @Override
    public Optional<Published> peek() {
        return next(Duration.ZERO);
    }

    private Optional<Published> next(Duration wait) {
        Instant giveUpAt = Instant.now().plus(wait);
        while (ahead.isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                ahead.add(new Published(
                        record.key(), values.deserialize(record.topic(), record.value()), record.timestamp()));
            }
            if (ahead.isEmpty() && isAtEnd() && !Instant.now().isBefore(giveUpAt)) {
                return Optional.empty();
            }
        }
        return Optional.of(ahead.element());
    }

    private boolean isAtEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition));
        return consumer.position(partition) >= ends.getOrDefault(partition, 0L);
    }

    @Override
    public void advance() {
        ahead.remove();
    }

    @Override
    public boolean isCut() {
        return cut;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
