package org.harmattan.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.geography.Theatre;
import org.harmattan.ledger.BrokenLedger;
import org.harmattan.ledger.Position;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** Reads the end of a ledger from the broker. */
public final class KafkaLedgerTail implements LedgerTail {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Without progress: far longer than a killed instance's open transaction can last. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaConnection kafka;
    private final TopicCatalogue topics;

    public KafkaLedgerTail(KafkaConnection kafka, TopicCatalogue topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    @Override
    public void after(Theatre theatre, Position position, Consumer<LedgerEntry> entries) {
        Topic<String, LedgerEntry> ledger = topics.ledger();
        TopicPartition partition = new TopicPartition(ledger.name(), theatre.partition());
        String client = "harmattan-ledger-tail-" + theatre.name();
        Deserializer<LedgerEntry> deserializer = kafka.deserializer(ledger);
        long seen = 0;
        try (var consumer = kafka.consumer(client, Optional.empty())) {
            checkPartitions(ledger, consumer.partitionsFor(ledger.name()).size());
            checkPartitions(
                    topics.intake(),
                    consumer.partitionsFor(topics.intake().name()).size());
            long end = HighWatermark.of(kafka, client, partition);
            consumer.assign(List.of(partition));
            seekTo(consumer, partition, position.at());
            Instant giveUpAt = Instant.now().plus(PATIENCE);
            while (consumer.position(partition) < end) {
                if (Instant.now().isAfter(giveUpAt)) {
                    throw new BrokenLedger(
                            "theatre " + theatre.name() + ": the ledger cannot be read to its end, offset " + end
                                    + ": a transaction stays open at offset " + consumer.position(partition));
                }
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    giveUpAt = Instant.now().plus(PATIENCE);
                }
                for (ConsumerRecord<String, byte[]> record : records) {
                    LedgerEntry entry = deserializer.deserialize(record.topic(), record.value());
                    seen = entry.getSeq();
                    if (seen > position.seq()) {
                        entries.accept(entry);
                    }
                }
            }
        }
        if (seen < position.seq()) {
            throw new BrokenLedger("theatre " + theatre.name() + ": its sequencer remembers entry " + position.seq()
                    + ", but the ledger ends with entry " + seen
                    + ": the topic was cut or made anew. Restore it, or begin a new cluster.");
        }
    }

    private static void checkPartitions(Topic<?, ?> topic, int partitions) {
        if (partitions != topic.partitions()) {
            throw new BrokenLedger(topic.name() + " has " + partitions + " partitions and must have "
                    + topic.partitions() + ": with any other number two sequencers would write one ledger");
        }
    }

    /** Record timestamps on the ledger are the theatre's time and never go back, so time finds the place. */
    private static void seekTo(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer, TopicPartition partition, Instant at) {
        OffsetAndTimestamp found = at.equals(Instant.EPOCH)
                ? null
                : consumer.offsetsForTimes(Map.of(partition, at.toEpochMilli())).get(partition);
        if (found == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, found.offset());
        }
    }
}
