package org.harmattan.streams;

import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.harmattan.platform.Platform;
import org.harmattan.schemas.apply.TopicsApply;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** A real broker and registry with the live lane's topics, and the service on them, to be stopped and started again. */
final class LiveCluster implements AutoCloseable {

    static final TopicCatalogue TOPICS = TopicCatalogue.live();

    private final ConfluentRegistry registry;
    private final KafkaConnection kafka;
    private final Producer<String, byte[]> producer;
    private final Path stateDir;
    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<ApplicationContext> service = Optional.empty();

    LiveCluster(Path stateDir) {
        this.stateDir = stateDir;
        registry = new ConfluentRegistry(Platform.shared().registryUrl());
        kafka = new KafkaConnection(Platform.shared().bootstrapServers(), registry);
        try (Admin admin = kafka.admin("test-topics")) {
            new TopicsApply(admin, registry).apply(TOPICS.all(), step -> {});
        }
        producer = kafka.producer("test-producer");
    }

    KafkaConnection kafka() {
        return kafka;
    }

    /** Starts the service and waits until it is ready. */
    void start() {
        Map<String, Object> overrides = new HashMap<>();
        overrides.put("micronaut.server.port", -1);
        overrides.put("harmattan.kafka.bootstrap-servers", Platform.shared().bootstrapServers());
        overrides.put("harmattan.registry.url", Platform.shared().registryUrl());
        overrides.put("harmattan.streams.state-dir", stateDir.toString());
        overrides.put("harmattan.streams.standby-replicas", 0);
        service = Optional.of(AlertStreams.start(overrides));
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get("/health").statusCode() == 200);
    }

    /** Stops the service. */
    void stop() {
        service.ifPresent(ApplicationContext::close);
        service = Optional.empty();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI base = service.orElseThrow().getBean(EmbeddedServer.class).getURI();
        return http.send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a report to its topic and waits for the broker. */
    @SuppressWarnings("unchecked") // the topic of a report's kind takes reports of that kind
    void send(SpecificRecord report) {
        Topic<String, SpecificRecord> topic = (Topic<String, SpecificRecord>) TOPICS.reports(Reports.kindOf(report));
        send(topic, Reports.envelopeOf(report).getReportId(), kafka.bytes(topic, report));
    }

    /** Sends a command and waits for the broker. */
    void send(Command command) {
        send(TOPICS.commands(), command.getCommandId(), kafka.bytes(TOPICS.commands(), command));
    }

    /** Sends bytes as they are. */
    void send(Topic<?, ?> topic, String key, byte[] bytes) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads a topic from its beginning. */
    <V> TopicLog<V> read(Topic<String, V> topic) {
        return new TopicLog<>(kafka, topic);
    }

    @Override
    public void close() throws IOException {
        stop();
        producer.close();
        registry.close();
    }

    /** All committed records of a topic, more at every look. */
    static final class TopicLog<V> implements AutoCloseable {

        private final Consumer<String, byte[]> consumer;
        private final org.apache.kafka.common.serialization.Deserializer<V> values;
        private final java.util.List<Seen<V>> seen = new java.util.ArrayList<>();

        /**
         * A record.
         *
         * @param record as it came
         * @param value its value
         */
        record Seen<V>(ConsumerRecord<String, byte[]> record, V value) {}

        private TopicLog(KafkaConnection kafka, Topic<String, V> topic) {
            consumer = kafka.consumer("test-reader", Optional.empty());
            values = kafka.deserializer(topic);
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        java.util.List<Seen<V>> all() {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                seen.add(new Seen<>(record, values.deserialize(record.topic(), record.value())));
            }
            return seen;
        }

        java.util.List<V> values() {
            return all().stream().map(Seen::value).toList();
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
