package org.harmattan.streams;

import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
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

    private static final String ADMINISTRATOR_KEY = "a-key-that-only-tests-know";

    private final ConfluentRegistry registry;
    private final KafkaConnection kafka;
    private final Producer<String, byte[]> producer;
    private final Path stateDir;
    private final Path keys;
    private final String lane;
    private final TopicCatalogue topics;
    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<ApplicationContext> service = Optional.empty();

    /**
     * A lane with its topics.
     *
     * @param lane as configuration names it; tests that break something take one of their own
     */
    LiveCluster(Path stateDir, String lane) {
        this.stateDir = stateDir;
        this.lane = lane;
        keys = writeKeys(stateDir);
        topics = new TopicCatalogue(LaneNames.parse(lane));
        registry = new ConfluentRegistry(Platform.shared().registryUrl());
        kafka = new KafkaConnection(Platform.shared().bootstrapServers(), registry);
        try (Admin admin = kafka.admin("test-topics")) {
            new TopicsApply(admin, registry).apply(topics.all(), step -> {});
        }
        producer = kafka.producer("test-producer");
    }

    private static Path writeKeys(Path folder) {
        try {
            return Files.writeString(folder.resolve("keys.json"), "{\"administrator\":\"" + ADMINISTRATOR_KEY + "\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TopicCatalogue topics() {
        return topics;
    }

    KafkaConnection kafka() {
        return kafka;
    }

    /** Starts the service and waits until it is ready. */
    void start() {
        startUnwatched();
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get("/health").statusCode() == 200);
    }

    private void startUnwatched() {
        service = Optional.of(AlertStreams.start(configuration("streams-1")));
    }

    /** Starts a second instance beside the first; the caller stops it. */
    ApplicationContext startAnother(String instanceId) {
        return AlertStreams.start(configuration(instanceId));
    }

    private Map<String, Object> configuration(String instanceId) {
        Map<String, Object> overrides = new HashMap<>();
        overrides.put("micronaut.server.port", -1);
        overrides.put("harmattan.kafka.bootstrap-servers", Platform.shared().bootstrapServers());
        overrides.put("harmattan.registry.url", Platform.shared().registryUrl());
        overrides.put("harmattan.streams.state-dir", stateDir.toString());
        overrides.put("harmattan.streams.instance-id", instanceId);
        overrides.put("harmattan.streams.standby-replicas", 1);
        overrides.put("harmattan.lane", lane);
        overrides.put("harmattan.keys-file", keys.toString());
        return overrides;
    }

    /** Stops the service. */
    void stop() {
        service.ifPresent(ApplicationContext::close);
        service = Optional.empty();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(), path);
    }

    /** Asks with the administrator's key. */
    HttpResponse<String> getWithKey(String path) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder().header("Authorization", "Bearer " + ADMINISTRATOR_KEY), path);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        URI base = service.orElseThrow().getBean(EmbeddedServer.class).getURI();
        return http.send(request.uri(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a report to its topic and waits for the broker. */
    @SuppressWarnings("unchecked") // the topic of a report's kind takes reports of that kind
    void send(SpecificRecord report) {
        Topic<String, SpecificRecord> topic = (Topic<String, SpecificRecord>) topics.reports(Reports.kindOf(report));
        send(topic, Reports.envelopeOf(report).getReportId(), kafka.bytes(topic, report));
    }

    /** Sends a report to its topic and does not wait. */
    @SuppressWarnings("unchecked") // the topic of a report's kind takes reports of that kind
    void sendSoon(SpecificRecord report) {
        Topic<String, SpecificRecord> topic = (Topic<String, SpecificRecord>) topics.reports(Reports.kindOf(report));
        var unused = producer.send(new ProducerRecord<>(
                topic.name(), Reports.envelopeOf(report).getReportId(), kafka.bytes(topic, report)));
    }

    /** Writes a value behind what the service has published of its theatre. */
    <V> void sendToTheatre(Topic<String, V> topic, V value) {
        sendBytesToTheatre(topic, kafka.bytes(topic, value));
    }

    /** Writes bytes into the theatre's partition. */
    void sendBytesToTheatre(Topic<?, ?> topic, byte[] bytes) {
        Theatre theatre = Catalogue.shipped().theatres().get(0);
        get(producer.send(new ProducerRecord<>(topic.name(), theatre.partition(), theatre.name(), bytes)));
    }

    /** Sends a command and waits for the broker. */
    void send(Command command) {
        send(topics.commands(), command.getCommandId(), kafka.bytes(topics.commands(), command));
    }

    /** Sends bytes as they are. */
    void send(Topic<?, ?> topic, String key, byte[] bytes) {
        get(producer.send(new ProducerRecord<>(topic.name(), key, bytes)));
    }

    private static void get(Future<?> sent) {
        try {
            sent.get();
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
}
