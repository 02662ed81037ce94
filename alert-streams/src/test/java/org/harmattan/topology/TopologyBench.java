package org.harmattan.topology;

import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.harmattan.alert.DefaultRules;
import org.harmattan.assessment.Assessment;
import org.harmattan.forecast.DefaultParameters;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.ledger.LedgerOrigin;
import org.harmattan.ledger.SampleReports;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.ledger.LaneKind;
import org.harmattan.schemas.serde.InMemorySchemaIds;
import org.harmattan.schemas.serde.SchemaIds;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** A topology of the live lane without a broker, whose wall clock stands at noon until it is moved. */
final class TopologyBench implements AutoCloseable {

    static final TopicCatalogue TOPICS = TopicCatalogue.live();
    static final String THEATRE = "west-central-africa";

    private final SchemaIds ids;
    private final TopologyTestDriver driver;

    private TopologyBench(Topology topology, SchemaIds ids, boolean deadLetters) {
        this.ids = ids;
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        if (deadLetters) {
            properties.put(DeadLetters.TOPIC_CONFIG, TOPICS.rejectedReports().name());
        }
        driver = new TopologyTestDriver(topology, properties, SampleReports.NOON);
    }

    static TopologyBench routeAndSequence() {
        return routeAndSequence(new InMemorySchemaIds(), LedgerTail.none());
    }

    static TopologyBench routeAndSequence(SchemaIds ids, LedgerTail tail) {
        return new TopologyBench(routeAndSequenceTopology(ids, tail), ids, true);
    }

    static Topology routeAndSequenceTopology(SchemaIds ids, LedgerTail tail) {
        return RouteAndSequenceTopology.build(
                TOPICS, Catalogue.shipped(), ids, TopologyBench::origin, tail, TheatreObserver.none());
    }

    static TopologyBench assess() {
        SchemaIds ids = new InMemorySchemaIds();
        return new TopologyBench(assessTopology(ids), ids, false);
    }

    static Topology assessTopology(SchemaIds ids) {
        return AssessTopology.build(TOPICS, Catalogue.shipped(), ids, TheatreObserver.none());
    }

    static LedgerOrigin origin(Theatre theatre) {
        return new LedgerOrigin(
                theatre.name(),
                LaneKind.LIVE,
                TOPICS.lane().prefix(),
                1,
                Assessment.CORE_VERSION,
                Catalogue.shipped(),
                DefaultParameters.step1(),
                DefaultRules.all());
    }

    /** Sends a report to its topic. */
    @SuppressWarnings("unchecked") // the topic of a report's kind takes reports of that kind
    void send(SpecificRecord report) {
        send(
                (Topic<String, SpecificRecord>) TOPICS.reports(Reports.kindOf(report)),
                Reports.envelopeOf(report).getReportId(),
                report);
    }

    <V> void send(Topic<String, V> topic, String key, V value) {
        sendBytes(topic, key, topic.valueSerde(ids).serializer().serialize(topic.name(), value));
    }

    void sendBytes(Topic<?, ?> topic, String key, byte[] bytes) {
        sendBytes(topic, key, bytes, new RecordHeaders());
    }

    void sendBytes(Topic<?, ?> topic, String key, byte[] bytes, Headers headers) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, bytes, headers, SampleReports.NOON));
    }

    /** Everything new on a topic. */
    <V> List<TestRecord<String, V>> read(Topic<String, V> topic) {
        var output = driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde(ids).deserializer());
        return output.readRecordsToList();
    }

    /** Everything new among the rejected. */
    List<TestRecord<byte[], byte[]>> rejected() {
        return driver.createOutputTopic(
                        TOPICS.rejectedReports().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** The bytes that a value has on a topic. */
    <V> byte[] bytes(Topic<String, V> topic, V value) {
        return topic.valueSerde(ids).serializer().serialize(topic.name(), value);
    }

    /** Moves the wall clock. */
    void goTo(Instant wallClock, Instant from) {
        driver.advanceWallClockTime(java.time.Duration.between(from, wallClock));
    }

    @Override
    public void close() {
        driver.close();
    }
}
