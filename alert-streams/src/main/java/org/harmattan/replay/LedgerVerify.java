package org.harmattan.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.assessment.Output;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.replay.Verification.Different;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.harmattan.topology.HighWatermark;

/**
 * Folds a theatre's ledger from its first entry and compares every output of both audiences, key, value and timestamp, with
 * what was published. The digests in the pulses are outputs like all others, so the state is compared with them.
 *
 * <p>The topic of current alerts is left out: compaction keeps no order, and each of its records lies on the topic of alerts
 * too.
 */
public final class LedgerVerify {

    private static final Duration POLL = Duration.ofMillis(200);

    /** How long an output may be missing before it counts as missing: the assessment may be a moment behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long TELL_EVERY = 5_000;

    private final KafkaConnection kafka;
    private final TopicCatalogue topics;
    private final Catalogue catalogue;
    private final Duration patience;

    public LedgerVerify(KafkaConnection kafka, TopicCatalogue topics, Catalogue catalogue) {
        this(kafka, topics, catalogue, PATIENCE);
    }

    LedgerVerify(KafkaConnection kafka, TopicCatalogue topics, Catalogue catalogue, Duration patience) {
        this.kafka = kafka;
        this.topics = topics;
        this.catalogue = catalogue;
        this.patience = patience;
    }

    /**
     * Verifies what the ledger holds at this moment.
     *
     * @param theatre a theatre of the catalogue
     * @param progress told how far it is
     * @throws org.harmattan.assessment.LedgerNotFoldable if the ledger needs a core or a catalogue that this build does not have
     */
    public Verification verify(Theatre theatre, VerifyProgress progress) {
        Map<Audience, Map<Output.Kind, KafkaPublishedLog>> logs = open(theatre);
        try (Consumer<String, byte[]> ledger = kafka.consumer("harmattan-verify-ledger", Optional.empty())) {
            Refold refold =
                    new Refold(topics, catalogue, theatre.name(), (kind, audience) -> log(logs, kind, audience));
            return fold(ledger, theatre, refold, progress);
        } finally {
            logs.values().forEach(ofAudience -> ofAudience.values().forEach(KafkaPublishedLog::close));
        }
    }

    private Verification fold(
            Consumer<String, byte[]> ledger, Theatre theatre, Refold refold, VerifyProgress progress) {
        TopicPartition partition = new TopicPartition(topics.ledger().name(), theatre.partition());
        Deserializer<LedgerEntry> values = kafka.deserializer(topics.ledger());
        long end = HighWatermark.of(kafka, "harmattan-verify", partition);
        ledger.assign(List.of(partition));
        ledger.seekToBeginning(List.of(partition));
        while (ledger.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : ledger.poll(POLL)) {
                Optional<Different> different = refold.fold(values.deserialize(record.topic(), record.value()));
                if (different.isPresent()) {
                    return different.get();
                }
                if (refold.entries() % TELL_EVERY == 0) {
                    progress.folded(refold.entries(), end);
                }
            }
        }
        progress.folded(refold.entries(), refold.entries());
        return refold.end();
    }

    private Map<Audience, Map<Output.Kind, KafkaPublishedLog>> open(Theatre theatre) {
        Map<Audience, Map<Output.Kind, KafkaPublishedLog>> logs = new EnumMap<>(Audience.class);
        for (Audience audience : OutputTopics.AUDIENCES) {
            Map<Output.Kind, KafkaPublishedLog> ofAudience = new EnumMap<>(Output.Kind.class);
            for (Output.Kind kind : Output.Kind.values()) {
                ofAudience.put(
                        kind,
                        new KafkaPublishedLog(
                                kafka, OutputTopics.of(topics, kind, audience), theatre.partition(), patience));
            }
            logs.put(audience, ofAudience);
        }
        return logs;
    }

    private static KafkaPublishedLog log(
            Map<Audience, Map<Output.Kind, KafkaPublishedLog>> logs, Output.Kind kind, Audience audience) {
        return Objects.requireNonNull(Objects.requireNonNull(logs.get(audience)).get(kind));
    }

    /** Verifies every theatre of the catalogue, in the order of their partitions, up to the first difference. */
    public List<Verification> verifyAll(VerifyProgress progress) {
        List<Verification> all = new ArrayList<>();
        for (Theatre theatre : catalogue.theatres()) {
            Verification verification = verify(theatre, progress);
            all.add(verification);
            if (verification instanceof Different) {
                break;
            }
        }
        return all;
    }
}
