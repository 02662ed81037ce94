package org.harmattan.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.harmattan.platform.Platform;
import org.harmattan.schemas.apply.TopicsApply;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** A console on real parts, and a hand that writes to the topics. One serves all tests: they keep apart by region and id. */
final class Rig implements AutoCloseable {

    static final String WATCH_OFFICER = "watch-officer-key-of-the-tests";
    static final String ANALYST = "analyst-key-of-the-tests";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApplicationContext context;
    private final String address;

    private Rig(ApplicationContext context) {
        this.context = context;
        this.address =
                "http://127.0.0.1:" + context.getBean(EmbeddedServer.class).getPort();
    }

    private static final class Shared {
        private static final Hand HAND = Hand.make();
        private static final Rig RIG = start("console_tests");

        private Shared() {}
    }

    static Rig shared() {
        return Shared.RIG;
    }

    /** What writes to the topics; one for all rigs. */
    static Hand hand() {
        return Shared.HAND;
    }

    /** Another console on the same topics with a database of its own. */
    static Rig start(String database) {
        hand();
        Platform platform = Platform.shared();
        Map<String, Object> configuration = new HashMap<>();
        configuration.put("micronaut.server.port", -1);
        configuration.put("harmattan.kafka.bootstrap-servers", platform.bootstrapServers());
        configuration.put("harmattan.registry.url", platform.registryUrl());
        configuration.put("harmattan.keys-file", keys().toString());
        configuration.put("harmattan.feed.heartbeat-seconds", 1);
        configuration.put("datasources.default.url", platform.jdbcUrl(database));
        configuration.put("datasources.default.username", platform.databaseUser());
        configuration.put("datasources.default.password", platform.databasePassword());
        Rig rig = new Rig(OpsConsole.start(configuration));
        Runtime.getRuntime().addShutdownHook(new Thread(rig::close));
        return rig;
    }

    private static Path keys() {
        try {
            Path file = Files.createTempFile("keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file, "{\"watchOfficer\":\"" + WATCH_OFFICER + "\",\"analyst\":\"" + ANALYST + "\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return address;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** An answer's status, headers and body. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    HttpRequest.Builder request(String path, String key) {
        return request(path).header("Authorization", "Bearer " + key);
    }

    /** What the open audience is answered. */
    JsonNode open(String path) {
        return json(send(request(path)));
    }

    /** What the restricted audience is answered. */
    JsonNode restricted(String path) {
        return json(send(request(path, ANALYST)));
    }

    HttpResponse<String> post(String path, String key, String body) {
        return send(request(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the live stream. */
    SseReader stream(String... headers) {
        HttpRequest.Builder request = request("/api/v1/stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return SseReader.open(CLIENT, request.build());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Writes records to the topics, each committed when the call returns. */
    static final class Hand {

        private final TopicCatalogue topics = TopicCatalogue.live();
        private final KafkaConnection kafka;
        private final Producer<String, byte[]> producer;

        private Hand(KafkaConnection kafka) {
            this.kafka = kafka;
            this.producer = kafka.producer("hand");
        }

        private static Hand make() {
            Platform platform = Platform.shared();
            ConfluentRegistry registry = new ConfluentRegistry(platform.registryUrl());
            KafkaConnection kafka = new KafkaConnection(platform.bootstrapServers(), registry);
            try (Admin admin = kafka.admin("hand")) {
                new TopicsApply(admin, registry).apply(TopicCatalogue.live().all(), step -> {});
            }
            return new Hand(kafka);
        }

        KafkaConnection kafka() {
            return kafka;
        }

        TopicCatalogue topics() {
            return topics;
        }

        void publish(RegionScore score) {
            send(topics.scores(score.getAudience()), score.getRegion(), score);
        }

        void publish(AlertEvent alert) {
            send(topics.alerts(alert.getAudience()), alert.getRegion(), alert);
        }

        void publish(IncidentEvent incident) {
            send(topics.incidents(incident.getAudience()), incident.getIncidentId(), incident);
        }

        void publish(Pulse pulse) {
            send(topics.pulse(pulse.getAudience()), pulse.getTheatre(), pulse);
        }

        void publish(AttackReport report) {
            send(topics.attackReports(), report.getEnvelope().getReportId(), report);
        }

        private <V extends SpecificRecord> void send(Topic<String, V> topic, String key, V value) {
            try {
                producer.send(new ProducerRecord<>(topic.name(), key, kafka.bytes(topic, value)))
                        .get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
