package org.harmattan.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Region;
import org.harmattan.notifier.database.Sql;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.notifier.delivery.DeliveryScheduler;
import org.harmattan.notifier.intake.AlertReaders;
import org.harmattan.notifier.intake.Reading;
import org.harmattan.platform.Platform;
import org.harmattan.schemas.apply.TopicsApply;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.delivery.DeliveryOutcome;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/**
 * The notifier on real parts, one for all tests of this JVM. Tests keep apart by regions: each takes its own, so that no
 * event of one concerns a subscription of another.
 */
final class Bench {

    static final String WATCH_OFFICER = "a-watch-officers-key";
    static final String ADMINISTRATOR = "an-administrators-key";

    static final String DATABASE = "notifier_bench";

    private static final TopicCatalogue TOPICS = TopicCatalogue.live();
    private static final Iterator<Region> REGIONS =
            Catalogue.shipped().regions().iterator();

    private static volatile Optional<Bench> shared = Optional.empty();

    final AdvancingClock clock = new AdvancingClock();
    GreenMail mailServer = mailServer(0);
    final KafkaConnection kafka;
    final Platform platform;
    private final Producer<String, byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path keys;
    private ApplicationContext service;

    private Bench() {
        platform = Platform.shared();
        ConfluentRegistry registry = new ConfluentRegistry(platform.registryUrl());
        kafka = new KafkaConnection(platform.bootstrapServers(), registry);
        try (Admin admin = kafka.admin("bench")) {
            new TopicsApply(admin, registry).apply(TOPICS.all(), step -> {});
            allowTimesAheadOfTheBroker(admin);
        }
        producer = kafka.producer("bench");
        try {
            keys = Files.createTempFile("keys", ".json");
            Files.writeString(
                    keys, "{\"watchOfficer\":\"" + WATCH_OFFICER + "\",\"administrator\":\"" + ADMINISTRATOR + "\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        service = NotifierService.start(overrides(DATABASE), clock);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-bench"));
    }

    /** The bench's clock is put forward by days; the broker would refuse such times. */
    private static void allowTimesAheadOfTheBroker(Admin admin) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Topic<?, ?> topic :
                List.of(TOPICS.alerts(Audience.OPEN), TOPICS.alerts(Audience.RESTRICTED), TOPICS.deliveries())) {
            ConfigEntry entry = new ConfigEntry("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
            changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET)));
        }
        try {
            admin.incrementalAlterConfigs(changes).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail mailServer(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** Starts an empty mail server again where one was. */
    void startMailServer(int port) {
        mailServer = mailServer(port);
    }

    static synchronized Bench shared() {
        if (shared.isEmpty()) {
            shared = Optional.of(new Bench());
        }
        return shared.get();
    }

    /** A region that no other test takes. */
    static synchronized String region() {
        return REGIONS.next().code().value();
    }

    /** As many regions of one country. */
    static synchronized List<String> regions(int count) {
        return Stream.generate(Bench::region).limit(count).toList();
    }

    Map<String, Object> overrides(String inDatabase) {
        Map<String, Object> overrides = new HashMap<>();
        overrides.put("micronaut.server.port", -1);
        overrides.put("harmattan.kafka.bootstrap-servers", platform.bootstrapServers());
        overrides.put("harmattan.registry.url", platform.registryUrl());
        overrides.put("harmattan.keys-file", keys.toString());
        overrides.put("datasources.default.url", platform.jdbcUrl(inDatabase));
        overrides.put("datasources.default.username", platform.databaseUser());
        overrides.put("datasources.default.password", platform.databasePassword());
        overrides.put("harmattan.mail.host", "127.0.0.1");
        overrides.put("harmattan.mail.port", mailServer.getSmtp().getPort());
        overrides.put("harmattan.webhook.allow-loopback", true);
        return overrides;
    }

    /** Puts the clock forward, and lets the service notice at once what is due by then. */
    void advance(Duration by) {
        clock.advance(by);
        bean(DeliveryScheduler.class).wakeAt(clock.instant());
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    /** Stops the service, does something without it, and starts it again on the same database. */
    void restart(Runnable meanwhile) {
        service.close();
        meanwhile.run();
        service = NotifierService.start(overrides(DATABASE), clock);
    }

    /** Publishes an event as the assessment would. */
    void publish(AlertEvent event) {
        publish(event, event.getAudience());
    }

    private void publish(AlertEvent event, Audience audience) {
        Topic<String, AlertEvent> topic = TOPICS.alerts(audience);
        try {
            producer.send(new ProducerRecord<>(
                            topic.name(),
                            0,
                            event.getAt().toEpochMilli(),
                            event.getRegion(),
                            kafka.bytes(topic, event)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer. */
    record Reply(int status, String body, HttpResponse<String> response) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Reply get(String path, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)).GET(), headers);
    }

    Reply post(String path, String body, String... headers) {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    Reply send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return service.getBean(EmbeddedServer.class).getURI().resolve(path);
    }

    static String[] key(String key) {
        return new String[] {"Authorization", "Bearer " + key};
    }

    /** Subscribes a webhook to regions, open audience, everything from ADVISORY. */
    JsonNode subscribe(Receiver receiver, String... scope) {
        Reply reply = post("/v1/subscriptions", webhook(receiver, "ADVISORY", "open", scope));
        if (reply.status() != 201) {
            throw new AssertionError(reply.body());
        }
        return reply.json();
    }

    static String webhook(Receiver receiver, String minimumLevel, String audience, String... scope) {
        return "{\"channel\":\"webhook\",\"url\":\"" + receiver.url() + "\",\"scope\":[\"" + String.join("\",\"", scope)
                + "\"],\"minimumLevel\":\"" + minimumLevel + "\",\"language\":\"fr\",\"audience\":\"" + audience
                + "\"}";
    }

    /** Whether the newest event of an alert was taken in. */
    boolean taken(Alerts alert) {
        return bean(Transactions.class)
                .inTransaction(connection -> Sql.first(
                        connection,
                        "select 1 from inbox where alert_id = ? and version = ?",
                        row -> Boolean.TRUE,
                        alert.id(),
                        alert.version()))
                .isPresent();
    }

    /** Deliveries to a subscription in one state. */
    List<JsonNode> deliveries(String subscription, String state) {
        JsonNode entries = get("/v1/deliveries?subscription=" + subscription + "&state=" + state, key(WATCH_OFFICER))
                .json();
        return StreamSupport.stream(entries.spliterator(), false).toList();
    }

    /** What the deliveries topic says of a subscription, in order. */
    List<DeliveryOutcome> outcomes(String subscription) {
        Topic<String, DeliveryOutcome> topic = TOPICS.deliveries();
        Deserializer<DeliveryOutcome> deserializer = kafka.deserializer(topic);
        List<DeliveryOutcome> outcomes = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = kafka.consumer("bench", Optional.empty())) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> outcomes.add(deserializer.deserialize(record.topic(), record.value())));
            }
        }
        return outcomes.stream()
                .filter(outcome -> outcome.getSubscriptionId().equals(subscription))
                .sorted(Comparator.comparing(DeliveryOutcome::getAt))
                .toList();
    }

    Reading reading(String topic) {
        return Objects.requireNonNull(bean(AlertReaders.class).readings().get(topic));
    }

    /** Runs statements in the service's database. */
    void sql(String... statements) {
        new BenchDatabase(platform, DATABASE).run(statements);
    }

    /** The number {@code n} that a query gives. */
    int count(String sql) {
        return new BenchDatabase(platform, DATABASE).count(sql);
    }

    /** Mails to a domain, oldest first. */
    List<MimeMessage> mailsTo(String domain) {
        return Arrays.stream(mailServer.getReceivedMessagesForDomain(domain)).toList();
    }

    private void close() {
        service.close();
        producer.close();
        mailServer.stop();
    }
}
