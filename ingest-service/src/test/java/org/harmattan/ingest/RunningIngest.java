package org.harmattan.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.harmattan.door.KeyDigest;
import org.harmattan.platform.Platform;
import org.harmattan.schemas.apply.TopicsApply;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.source.Source;
import org.harmattan.schemas.source.SourceState;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** The service on a real broker and registry, with a few sources, and a client to talk to it. */
public final class RunningIngest implements AutoCloseable {

    public static final String LOCAL = "the-key-of-the-local-source";
    public static final String PAPER = "the-key-of-the-newspaper";
    public static final String GONE = "the-key-of-a-revoked-source";
    public static final String ROTATED = "the-earlier-key-of-the-local-source";
    public static final String ADMINISTRATOR = "the-key-of-the-administrator";
    public static final String ANALYST = "the-key-of-the-analyst";

    public static final TopicCatalogue TOPICS = TopicCatalogue.live();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConfluentRegistry registry;
    private final ApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    public final KafkaConnection kafka;
    public final URI server;

    private RunningIngest(Path folder, Map<String, Object> overrides) {
        registry = new ConfluentRegistry(Platform.shared().registryUrl());
        kafka = new KafkaConnection(Platform.shared().bootstrapServers(), registry);
        try (Admin admin = kafka.admin("test-topics")) {
            new TopicsApply(admin, registry).apply(TOPICS.all(), step -> {});
        }
        registerSources();
        Map<String, Object> configuration = new HashMap<>(Map.of(
                "harmattan.kafka.bootstrap-servers", Platform.shared().bootstrapServers(),
                "harmattan.registry.url", Platform.shared().registryUrl(),
                "harmattan.keys-file", keysFile(folder).toString(),
                "micronaut.server.port", -1));
        configuration.putAll(overrides);
        context = IngestService.start(configuration);
        server = context.getBean(EmbeddedServer.class).getURI();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("/health").statusCode() == 200);
    }

    public static RunningIngest start(Path folder) {
        return start(folder, Map.of());
    }

    public static RunningIngest start(Path folder, Map<String, Object> overrides) {
        return new RunningIngest(folder, overrides);
    }

    private static Path keysFile(Path folder) {
        try {
            return Files.writeString(
                    folder.resolve("keys.json"),
                    "{\"administrator\":\"" + ADMINISTRATOR + "\",\"analyst\":\"" + ANALYST + "\"}");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void registerSources() {
        try (Producer<String, byte[]> producer = kafka.producer("test-sources")) {
            for (Source source : List.of(
                    source("local", Reliability.B, LOCAL, Tlp.AMBER, SourceState.ACTIVE),
                    source("paper", Reliability.C, PAPER, Tlp.GREEN, SourceState.ACTIVE),
                    source("gone", Reliability.D, GONE, Tlp.GREEN, SourceState.REVOKED),
                    source("ucdp", Reliability.A, "nobody holds this key", Tlp.GREEN, SourceState.ACTIVE))) {
                send(producer, TOPICS.sources(), source.getSourceId(), source);
            }
        }
    }

    private static Source source(String id, Reliability reliability, String key, Tlp highest, SourceState state) {
        return Source.newBuilder()
                .setSourceId(id)
                .setName("The source " + id)
                .setReliability(reliability)
                .setOrigin(id)
                .setKeyDigest(KeyDigest.of(key))
                .setPreviousKeyDigest(id.equals("local") ? KeyDigest.of(ROTATED) : null)
                .setPreviousKeyUntil(id.equals("local") ? Instant.now().minusSeconds(1) : null)
                .setHighestTlp(highest)
                .setState(state)
                .setUpdatedAt(Instant.now())
                .build();
    }

    /** Sends a record and waits until the broker has it. */
    public <V> void send(Producer<String, byte[]> producer, Topic<String, V> topic, String key, V value) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), key, kafka.bytes(topic, value)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)));
    }

    /** Posts JSON with a source's key. */
    public HttpResponse<String> report(String key, String json) {
        return send(HttpRequest.newBuilder(server.resolve("/v1/reports"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpClient client() {
        return client;
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Checks that an answer is a problem, and gives it back. */
    public static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return json(response.body());
    }

    /** Where all topics end, by topic and partition: two equal answers mean that nothing was written between. */
    public Map<String, Long> ends() {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        TOPICS.all()
                .forEach(topic -> partitions(topic).forEach(partition -> latest.put(partition, OffsetSpec.latest())));
        try (Admin admin = kafka.admin("test-ends")) {
            Map<String, Long> ends = new TreeMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.toString(), end.offset()));
            return ends;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<TopicPartition> partitions(Topic<?, ?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    /** The committed record at a place, or empty when there is none. */
    public <V> Optional<V> valueAt(Topic<String, V> topic, int partition, long offset) {
        return recordAt(topic, partition, offset)
                .map(record -> kafka.deserializer(topic).deserialize(topic.name(), record.value()));
    }

    public Optional<ConsumerRecord<String, byte[]>> recordAt(Topic<String, ?> topic, int partition, long offset) {
        try (Consumer<String, byte[]> consumer = kafka.consumer("test-read", Optional.empty())) {
            TopicPartition at = new TopicPartition(topic.name(), partition);
            consumer.assign(List.of(at));
            consumer.seek(at, offset);
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(5))) {
                if (record.offset() == offset) {
                    return Optional.of(record);
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        context.close();
        try {
            registry.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
