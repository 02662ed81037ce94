package org.harmattan.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.harmattan.cli.CommandRun;
import org.harmattan.platform.Platform;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.Tick;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.receipt.ReceiptOf;
import org.harmattan.schemas.receipt.ReceiptReason;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TailCommandTest {

    private static final String REPORT = UUID.randomUUID().toString();
    private static final Instant AT = Instant.parse("2026-11-24T06:00:00Z");

    @BeforeAll
    static void publish() throws Exception {
        Platform platform = Platform.shared();
        CommandRun.of(
                "topics", "apply", "--bootstrap", platform.bootstrapServers(), "--registry", platform.registryUrl());
        try (ConfluentRegistry registry = new ConfluentRegistry(platform.registryUrl())) {
            KafkaConnection kafka = new KafkaConnection(platform.bootstrapServers(), registry);
            try (Producer<String, byte[]> producer = kafka.producer("tail-test")) {
                send(kafka, producer, TopicCatalogue.live().receipts(), REPORT, receipt());
                send(kafka, producer, TopicCatalogue.live().ledger(), "west-central-africa", tick());
                byte[] secret = "not Avro, and secret".getBytes(java.nio.charset.StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(
                                TopicCatalogue.live().commands().name(), "broken", secret))
                        .get();
            }
        }
    }

    private static <V> void send(
            KafkaConnection kafka, Producer<String, byte[]> producer, Topic<String, V> topic, String key, V value)
            throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), 0, AT.toEpochMilli(), key, kafka.bytes(topic, value)))
                .get();
    }

    private static Receipt receipt() {
        return Receipt.newBuilder()
                .setSubject(ReceiptOf.REPORT)
                .setId(REPORT)
                .setRevision(2)
                .setOutcome(Outcome.ACCEPTED)
                .setReason(ReceiptReason.REVISED)
                .setTheatre("west-central-africa")
                .setSeq(17L)
                .setAt(AT)
                .build();
    }

    private static LedgerEntry tick() {
        return LedgerEntry.newBuilder()
                .setSeq(18)
                .setAt(AT)
                .setVisibleTo(Audience.OPEN)
                .setOpenSeq(18L)
                .setBody(new Tick(4L))
                .build();
    }

    private static CommandRun tail(String topic, String... more) {
        Platform platform = Platform.shared();
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "tail",
                topic,
                "--no-follow",
                "--bootstrap",
                platform.bootstrapServers(),
                "--registry",
                platform.registryUrl()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void aReceiptIsOneReadableLine() {
        CommandRun run = tail("receipts", "--since", "beginning");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("2026-11-24T06:00:00Z  ACCEPTED  REVISED  REPORT  " + REPORT + " revision 2  #17");
    }

    @Test
    void jsonHasEveryFieldAndSaysWhichRecordAUnionHolds() throws Exception {
        CommandRun run = tail("harmattan.ledger", "--since", "2026-11-24", "--json");

        JsonNode line =
                new ObjectMapper().readTree(run.out().lines().findFirst().orElseThrow());
        assertThat(line.path("topic").asText()).isEqualTo("harmattan.ledger");
        assertThat(line.path("value").path("seq").asLong()).isEqualTo(18);
        assertThat(line.path("value").path("at").asText()).isEqualTo("2026-11-24T06:00:00Z");
        assertThat(line.path("value").path("body").path("type").asText()).isEqualTo("Tick");
        assertThat(line.path("value").path("body").path("number").asLong()).isEqualTo(4);
    }

    @Test
    void whatIsOlderIsLeftOut() {
        assertThat(tail("receipts", "--since", "2026-11-24T06:00:01Z").out()).isEmpty();
        assertThat(tail("receipts").out()).isEmpty();
    }

    @Test
    void bytesThatCannotBeReadAreSaidToBeSoAndNotShown() {
        CommandRun run = tail("commands", "--since", "beginning");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("no Confluent header").doesNotContain("secret");
    }

    @Test
    void theRestrictedAudienceHasTopicsOfItsOwn() {
        assertThat(tail("alerts", "--restricted", "--since", "beginning").exitCode())
                .isZero();
        assertThat(tail("receipts", "--restricted").err()).contains("there is no topic 'receipts.restricted'");
    }

    @Test
    void aMisspeltTopicIsAnsweredWithTheList() {
        CommandRun run = tail("alert");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no topic 'alert'").contains("alerts.current");
    }
}
