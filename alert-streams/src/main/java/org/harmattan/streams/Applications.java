package org.harmattan.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.Topology;
import org.harmattan.alert.DefaultRules;
import org.harmattan.assessment.Assessment;
import org.harmattan.forecast.DefaultParameters;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.ledger.LedgerOrigin;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.harmattan.topology.AssessTopology;
import org.harmattan.topology.DeadLetters;
import org.harmattan.topology.KafkaLedgerTail;
import org.harmattan.topology.RouteAndSequenceTopology;

/** The two applications: one makes the ledger and is never rebuilt, the other folds it and may be. */
@Context
final class Applications {

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(4);

    private final KafkaConnection kafka;
    private final TopicCatalogue topics;
    private final Catalogue catalogue;
    private final StreamsSettings settings;
    private final TheatreBoard board;
    private final List<KafkaStreamsMetrics> metrics;
    private final RunningApplication sequence;
    private final RunningApplication assess;

    Applications(
            KafkaConnection kafka,
            TopicCatalogue topics,
            Catalogue catalogue,
            StreamsSettings settings,
            TheatreBoard board,
            MeterRegistry registry) {
        this.kafka = kafka;
        this.topics = topics;
        this.catalogue = catalogue;
        this.settings = settings;
        this.board = board;
        TopicGuard.check(kafka, topics);
        sequence = startSequence();
        assess = startAssessOrStop();
        metrics = List.of(bind(sequence, registry), bind(assess, registry));
    }

    private RunningApplication startSequence() {
        Topology topology = RouteAndSequenceTopology.build(
                topics, catalogue, kafka.schemaIds(), this::origin, new KafkaLedgerTail(kafka, topics), board);
        Properties properties = properties("sequence");
        properties.put(DeadLetters.TOPIC_CONFIG, topics.rejectedReports().name());
        return RunningApplication.start("sequence", topology, properties);
    }

    /** Nothing of a start that fails goes on running. */
    private RunningApplication startAssessOrStop() {
        try {
            return startAssess();
        } catch (RuntimeException e) {
            sequence.close(STOPS_WITHIN);
            throw e;
        }
    }

    private RunningApplication startAssess() {
        Topology topology = AssessTopology.build(topics, catalogue, kafka.schemaIds(), board);
        return RunningApplication.start("assess", topology, properties("assess"));
    }

    private Properties properties(String name) {
        return StreamsProperties.of(topics.lane().applicationPrefix() + name, kafka.bootstrapServers(), settings);
    }

    private LedgerOrigin origin(Theatre theatre) {
        return new LedgerOrigin(
                theatre.name(),
                LaneNames.kindOnLedger(topics.lane()),
                topics.lane().prefix(),
                1,
                Assessment.CORE_VERSION,
                catalogue,
                DefaultParameters.step1(),
                DefaultRules.all());
    }

    /**
     * Who reads the metrics has no audience. A count of records, by topic or in sum, would tell that something restricted was
     * raised; of Kafka's own meters only those of threads and latencies are shown.
     */
    private static MeterFilter withoutCounts() {
        return MeterFilter.deny(id -> id.getName().startsWith("kafka.")
                && !(id.getTag("topic") == null
                        && (id.getName().contains("latency") || id.getName().contains("stream.threads"))));
    }

    private static KafkaStreamsMetrics bind(RunningApplication application, MeterRegistry registry) {
        registry.config().meterFilter(withoutCounts());
        KafkaStreamsMetrics binder =
                new KafkaStreamsMetrics(application.streams(), Tags.of("application", application.name()));
        binder.bindTo(registry);
        return binder;
    }

    /** Routes reports and commands and sequences them. */
    RunningApplication sequence() {
        return sequence;
    }

    /** Folds the ledgers. */
    RunningApplication assess() {
        return assess;
    }

    @PreDestroy
    void stop() {
        metrics.forEach(KafkaStreamsMetrics::close);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> assess.close(STOPS_WITHIN));
        sequence.close(STOPS_WITHIN);
        other.join();
    }
}
