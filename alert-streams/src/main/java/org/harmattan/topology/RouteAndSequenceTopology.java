package org.harmattan.topology;

import static org.apache.kafka.common.serialization.Serdes.Long;
import static org.apache.kafka.common.serialization.Serdes.String;

import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.ledger.LedgerOrigin;
import org.harmattan.schemas.serde.SchemaIds;
import org.harmattan.schemas.topic.Lane;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** From reports and commands to one ordered ledger for each theatre. */
public final class RouteAndSequenceTopology {

    static final String INTAKE_SINK = "to-intake";
    static final String LEDGER_SINK = "to-ledger";
    static final String RECEIPTS_SINK = "to-receipts";
    static final String REJECTED_SINK = "to-rejected-by-route";
    static final String SEQUENCE_REJECTED_SINK = "to-rejected-by-sequence";

    static final String ROUTED_REPORTS = "routed-reports";
    static final String POSITIONS = "positions";
    static final String KNOWN_REPORTS = "known-reports";
    static final String KNOWN_COMMANDS = "known-commands";

    private static final String ROUTE_REPORT = "route-report-to-theatres";
    private static final String ROUTE_COMMAND = "route-command-to-theatres";
    private static final String SEQUENCE = "sequence";

    private final TopicCatalogue topics;
    private final Catalogue catalogue;
    private final SchemaIds ids;
    private final Topology topology = new Topology();

    private RouteAndSequenceTopology(TopicCatalogue topics, Catalogue catalogue, SchemaIds ids) {
        this.topics = topics;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    /**
     * Builds it.
     *
     * @param topics the lane's topics
     * @param catalogue the region catalogue, whose theatres are sequenced
     * @param ids the registry
     * @param origins what each theatre's ledger begins with
     * @param tail reads what a ledger holds beyond what its sequencer remembers
     * @param observer told how far each theatre is
     */
    public static Topology build(
            TopicCatalogue topics,
            Catalogue catalogue,
            SchemaIds ids,
            Function<Theatre, LedgerOrigin> origins,
            LedgerTail tail,
            TheatreObserver observer) {
        RouteAndSequenceTopology steps = new RouteAndSequenceTopology(topics, catalogue, ids);
        steps.readReports();
        steps.readCommands();
        steps.routeReports();
        steps.routeCommands();
        steps.writeIntake();
        steps.readIntake();
        steps.sequence(origins, tail, observer);
        steps.writeLedger();
        steps.writeReceipts();
        steps.writeRejected();
        return steps.topology;
    }

    private void readReports() {
        topics.reports().forEach(this::read);
    }

    private void readCommands() {
        read(topics.commands());
    }

    private void routeReports() {
        boolean takesExercises = topics.lane().kind() != Lane.Kind.LIVE;
        String[] sources = topics.reports().stream()
                .map(RouteAndSequenceTopology::sourceOf)
                .toArray(String[]::new);
        topology.<String, SpecificRecord, Object, Object>addProcessor(
                ROUTE_REPORT, () -> new RouteReport(new Routing(catalogue, takesExercises)), sources);
        topology.addStateStore(store(ROUTED_REPORTS, StoredForms.routedReports()), ROUTE_REPORT);
    }

    private void routeCommands() {
        topology.addProcessor(ROUTE_COMMAND, () -> new RouteCommand(catalogue), sourceOf(topics.commands()));
    }

    private void writeIntake() {
        TheatrePartitions partitions = new TheatrePartitions(catalogue);
        topology.addSink(
                INTAKE_SINK,
                topics.intake().name(),
                topics.intake().keySerde().serializer(),
                topics.intake().valueSerde(ids).serializer(),
                partitions.byKey(),
                ROUTE_REPORT,
                ROUTE_COMMAND);
    }

    private void readIntake() {
        read(topics.intake());
    }

    private void sequence(Function<Theatre, LedgerOrigin> origins, LedgerTail tail, TheatreObserver observer) {
        TheatrePartitions partitions = new TheatrePartitions(catalogue);
        RejectedBytes rejected = new RejectedBytes(topics, ids);
        topology.addProcessor(
                SEQUENCE, () -> new Sequence(partitions, origins, tail, rejected, observer), sourceOf(topics.intake()));
        topology.addStateStore(store(POSITIONS, StoredForms.positions()), SEQUENCE);
        topology.addStateStore(store(KNOWN_REPORTS, StoredForms.knownReports()), SEQUENCE);
        topology.addStateStore(store(KNOWN_COMMANDS, Long()), SEQUENCE);
    }

    private void writeLedger() {
        TheatrePartitions partitions = new TheatrePartitions(catalogue);
        topology.addSink(
                LEDGER_SINK,
                topics.ledger().name(),
                topics.ledger().keySerde().serializer(),
                topics.ledger().valueSerde(ids).serializer(),
                partitions.byKey(),
                SEQUENCE);
    }

    private void writeReceipts() {
        Serializer<String> key = topics.receipts().keySerde().serializer();
        topology.addSink(
                RECEIPTS_SINK,
                topics.receipts().name(),
                key,
                topics.receipts().valueSerde(ids).serializer(),
                SEQUENCE);
    }

    private void writeRejected() {
        String name = topics.rejectedReports().name();
        topology.addSink(
                REJECTED_SINK, name, new ByteArraySerializer(), new ByteArraySerializer(), ROUTE_REPORT, ROUTE_COMMAND);
        topology.addSink(SEQUENCE_REJECTED_SINK, name, new ByteArraySerializer(), new ByteArraySerializer(), SEQUENCE);
    }

    private <V> void read(Topic<String, V> topic) {
        Deserializer<V> value = Unreadable.told(topic.valueSerde(ids).deserializer());
        topology.addSource(sourceOf(topic), topic.keySerde().deserializer(), value, topic.name());
    }

    private static String sourceOf(Topic<?, ?> topic) {
        return "read-" + topic.shortName().replace('.', '-');
    }

    private <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        Map<String, String> changelog = Changelogs.configuration(topics.lane());
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), String(), values)
                .withLoggingEnabled(changelog);
    }
}
