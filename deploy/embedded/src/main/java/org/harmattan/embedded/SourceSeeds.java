package org.harmattan.embedded;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.parts.PartFailure;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.source.Source;
import org.harmattan.schemas.source.SourceState;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.jspecify.annotations.Nullable;

/** The sources that a run knows from its first day. What is in the registry already is left as it is, but for a lost key. */
final class SourceSeeds {

    private static final String LOCAL = "local";
    private static final String CLIENT = "harmattan-source-seeds";
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConnection kafka;
    private final Topic<String, Source> topic = TopicCatalogue.live().sources();

    SourceSeeds(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Writes the sources that are missing.
     *
     * @param localKeyDigest SHA-256 of the local source's key, lower-case hex
     * @return ids of those that were written
     */
    List<String> plant(String localKeyDigest) {
        Map<String, Source> known = known();
        List<Source> missing = new ArrayList<>();
        for (Source seed : seeds(localKeyDigest)) {
            Source before = known.get(seed.getSourceId());
            if (before == null) {
                missing.add(seed);
            } else if (lostItsKey(before, localKeyDigest)) {
                missing.add(Source.newBuilder(before)
                        .setKeyDigest(localKeyDigest)
                        .setUpdatedAt(seed.getUpdatedAt())
                        .build());
            }
        }
        if (!missing.isEmpty()) {
            write(missing);
        }
        return missing.stream().map(Source::getSourceId).toList();
    }

    /** The file of keys was made anew: the key in it must be the one that counts. */
    private static boolean lostItsKey(Source known, String localKeyDigest) {
        return known.getSourceId().equals(LOCAL) && !Objects.equals(known.getKeyDigest(), localKeyDigest);
    }

    private static List<Source> seeds(String localKeyDigest) {
        return List.of(
                source(LOCAL, "Reports sent from this machine", Reliability.B, localKeyDigest, Tlp.AMBER),
                source("ucdp", "Uppsala Conflict Data Program", Reliability.A, null, Tlp.GREEN),
                source("acled", "Armed Conflict Location & Event Data", Reliability.A, null, Tlp.GREEN));
    }

    private static Source source(
            String id, String name, Reliability reliability, @Nullable String keyDigest, Tlp highest) {
        return Source.newBuilder()
                .setSourceId(id)
                .setName(name)
                .setReliability(reliability)
                .setOrigin(id)
                .setKeyDigest(keyDigest)
                .setHighestTlp(highest)
                .setState(SourceState.ACTIVE)
                .setUpdatedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private Map<String, Source> known() {
        Map<String, Source> known = new HashMap<>();
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        Deserializer<Source> reader = kafka.deserializer(topic);
        try (Consumer<String, byte[]> consumer = kafka.consumer(CLIENT, Optional.empty())) {
            List<TopicPartition> assigned = List.of(partition);
            long end = consumer.endOffsets(assigned).getOrDefault(partition, 0L);
            consumer.assign(assigned);
            consumer.seekToBeginning(assigned);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    Source source = reader.deserialize(topic.name(), record.value());
                    if (source == null) {
                        known.remove(record.key());
                    } else {
                        known.put(record.key(), source);
                    }
                }
            }
        }
        return known;
    }

    private void write(List<Source> sources) {
        try (Producer<String, byte[]> producer = kafka.producer(CLIENT)) {
            for (Source source : sources) {
                producer.send(new ProducerRecord<>(topic.name(), source.getSourceId(), kafka.bytes(topic, source)))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new PartFailure("Kafka did not take the first sources: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while the first sources were written.", e);
        }
    }
}
