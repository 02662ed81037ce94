package org.harmattan.topology;

import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.harmattan.assessment.Output;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.serde.SchemaIds;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** From each theatre's ledger to incidents, scores, alerts and signs of life, for both audiences. */
public final class AssessTopology {

    static final String PARTS = "assessment-parts";

    private static final String ASSESS = "assess";
    private static final String READ_LEDGER = "read-ledger";

    private final TopicCatalogue topics;
    private final SchemaIds ids;
    private final TheatrePartitions partitions;
    private final Topology topology = new Topology();

    private AssessTopology(TopicCatalogue topics, SchemaIds ids, TheatrePartitions partitions) {
        this.topics = topics;
        this.ids = ids;
        this.partitions = partitions;
    }

    /**
     * Builds it.
     *
     * @param topics the lane's topics
     * @param catalogue the region catalogue, the one that the ledgers name
     * @param ids the registry
     * @param observer told how far each theatre is
     */
    public static Topology build(TopicCatalogue topics, Catalogue catalogue, SchemaIds ids, TheatreObserver observer) {
        AssessTopology steps = new AssessTopology(topics, ids, new TheatrePartitions(catalogue));
        steps.readLedger();
        steps.assess(catalogue, observer);
        for (Audience audience : List.of(Audience.OPEN, Audience.RESTRICTED)) {
            steps.writeIncidents(audience);
            steps.writeScores(audience);
            steps.writeAlerts(audience);
            steps.writeCurrentAlerts(audience);
            steps.writePulse(audience);
        }
        return steps.topology;
    }

    private void readLedger() {
        topology.addSource(
                READ_LEDGER,
                topics.ledger().keySerde().deserializer(),
                topics.ledger().valueSerde(ids).deserializer(),
                topics.ledger().name());
    }

    private void assess(Catalogue catalogue, TheatreObserver observer) {
        topology.addProcessor(ASSESS, () -> new Assess(partitions, catalogue, observer), READ_LEDGER);
        StoreBuilder<KeyValueStore<String, byte[]>> parts = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PARTS), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(Changelogs.configuration(topics.lane()));
        topology.addStateStore(parts, ASSESS);
    }

    private void writeIncidents(Audience audience) {
        write(sinkOf(Output.Kind.INCIDENT, audience), topics.incidents(audience), IncidentEvent::getTheatre);
    }

    private void writeScores(Audience audience) {
        write(sinkOf(Output.Kind.SCORE, audience), topics.scores(audience), RegionScore::getTheatre);
    }

    private void writeAlerts(Audience audience) {
        write(sinkOf(Output.Kind.ALERT, audience), topics.alerts(audience), AlertEvent::getTheatre);
    }

    private void writeCurrentAlerts(Audience audience) {
        write(currentAlertsSink(audience), topics.currentAlerts(audience), AlertEvent::getTheatre);
    }

    private void writePulse(Audience audience) {
        write(sinkOf(Output.Kind.PULSE, audience), topics.pulse(audience), Pulse::getTheatre);
    }

    private <V extends SpecificRecord> void write(String sink, Topic<String, V> topic, Function<V, String> theatre) {
        topology.addSink(
                sink,
                topic.name(),
                topic.keySerde().serializer(),
                topic.valueSerde(ids).serializer(),
                partitions.byValue(theatre),
                ASSESS);
    }

    static String sinkOf(Output.Kind kind, Audience audience) {
        String what = switch (kind) {
            case INCIDENT -> "incidents";
            case SCORE -> "scores";
            case ALERT -> "alerts";
            case PULSE -> "pulse";
        };
        return "to-" + what + suffix(audience);
    }

    static String currentAlertsSink(Audience audience) {
        return "to-current-alerts" + suffix(audience);
    }

    private static String suffix(Audience audience) {
        return audience == Audience.RESTRICTED ? "-restricted" : "-open";
    }
}
