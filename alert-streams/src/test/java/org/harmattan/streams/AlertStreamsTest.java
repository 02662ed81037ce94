package org.harmattan.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.header.Header;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.ledger.BrokenLedger;
import org.harmattan.ledger.Position;
import org.harmattan.ledger.SampleReports;
import org.harmattan.replay.LedgerVerify;
import org.harmattan.replay.Verification;
import org.harmattan.replay.VerifyProgress;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.topology.KafkaLedgerTail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The service on a real broker and registry. The tests share one ledger and follow one another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlertStreamsTest {

    private static final Theatre THEATRE = Catalogue.shipped().theatres().get(0);

    @TempDir
    static Path stateDir;

    private LiveCluster cluster;

    @BeforeAll
    void start() {
        cluster = new LiveCluster(stateDir, "live");
        cluster.start();
    }

    @AfterAll
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    @Order(1)
    void a_report_becomes_an_entry_a_receipt_and_scores_of_both_audiences() {
        AttackReport report = now("first");
        cluster.send(report);
        assertThat(receiptOf(report).getOutcome()).isEqualTo(Outcome.ACCEPTED);
        for (Audience audience : List.of(Audience.OPEN, Audience.RESTRICTED)) {
            try (TopicLog<RegionScore> scores = cluster.read(cluster.topics().scores(audience))) {
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> scores.values().stream()
                                .anyMatch(score -> score.getRegion().equals("ML-5")));
            }
        }
    }

    @Test
    @Order(2)
    void a_report_above_green_is_on_no_open_topic() {
        AttackReport report = SampleReports.attack(recent("restricted").setTlp(Tlp.AMBER));
        cluster.send(report);
        long seq = receiptOf(report).getSeq();
        LedgerEntry entry = ledger().get((int) seq - 1);
        assertThat(entry.getVisibleTo()).isEqualTo(Audience.RESTRICTED);
        assertThat(entry.getOpenSeq()).isNull();
    }

    @Test
    @Order(3)
    void bytes_that_cannot_be_read_are_set_aside_without_a_word_of_them_and_life_goes_on() {
        byte[] poison = "poison: a name that nobody may read".getBytes(StandardCharsets.UTF_8);
        cluster.send(cluster.topics().attackReports(), "poisoned", poison);
        AttackReport after = now("after-the-poison");
        cluster.send(after);
        assertThat(receiptOf(after).getOutcome()).isEqualTo(Outcome.ACCEPTED);
        try (RawLog rejected =
                new RawLog(cluster.kafka(), cluster.topics().rejectedReports().name())) {
            var letter = await().atMost(Duration.ofSeconds(10))
                    .until(rejected::all, records -> !records.isEmpty())
                    .get(0);
            assertThat(letter.value()).isEqualTo(poison);
            assertThat(letter.headers())
                    .extracting(Header::key)
                    .containsExactlyInAnyOrder(
                            "harmattan-reason", "harmattan-topic", "harmattan-partition", "harmattan-offset");
        }
    }

    @Test
    @Order(4)
    void a_stop_and_a_start_in_the_middle_leave_no_gap_and_no_double() {
        int count = 600;
        for (int i = 0; i < count / 2; i++) {
            cluster.sendSoon(now("load-" + i));
        }
        long stopping = System.nanoTime();
        cluster.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - stopping)).isLessThan(Duration.ofSeconds(5));
        for (int i = count / 2 - 20; i < count; i++) {
            // some of them a second time
            cluster.sendSoon(now("load-" + i));
        }
        cluster.start();
        Map<String, Integer> accepted = new HashMap<>();
        try (TopicLog<Receipt> receipts = cluster.read(cluster.topics().receipts())) {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                accepted.clear();
                for (Receipt receipt : receipts.values()) {
                    if (receipt.getOutcome() == Outcome.ACCEPTED) {
                        accepted.merge(receipt.getId(), 1, Integer::sum);
                    }
                }
                return IntStream.range(0, count).allMatch(i -> accepted.containsKey(SampleReports.id("load-" + i)));
            });
        }
        assertThat(accepted.values()).containsOnly(1);
        assertSound(ledger());
    }

    @Test
    @Order(5)
    void the_end_of_a_ledger_is_found_from_wherever_its_sequencer_stands() {
        KafkaLedgerTail tail = new KafkaLedgerTail(cluster.kafka(), cluster.topics());
        List<LedgerEntry> all = new ArrayList<>();
        tail.after(THEATRE, Position.EMPTY, all::add);
        assertSound(all);
        LedgerEntry middle = all.get(all.size() / 2);
        Position there = new Position(middle.getSeq(), 0, middle.getAt(), Instant.EPOCH, 0, 1, "");
        List<LedgerEntry> rest = new ArrayList<>();
        tail.after(THEATRE, there, rest::add);
        assertThat(rest.get(0).getSeq()).isEqualTo(middle.getSeq() + 1);
        Position beyond = new Position(1_000_000, 0, Instant.now().plus(Duration.ofDays(1)), Instant.EPOCH, 0, 1, "");
        assertThatThrownBy(() -> tail.after(THEATRE, beyond, rest::add))
                .isInstanceOf(BrokenLedger.class)
                .hasMessageContaining("remembers entry 1000000");
    }

    @Test
    @Order(6)
    void an_import_raises_nothing_before_it_has_ended() {
        String importId = SampleReports.id("import");
        backfill();
        send("begin", new BeginImport(importId));
        for (int i = 0; i < 12; i++) {
            cluster.sendSoon(SampleReports.attack(recent("imported-" + i)
                    .setImportId(importId)
                    .setCredibility(1)
                    .setLocation(SampleReports.location("GH-AA"))));
        }
        AttackReport last = SampleReports.attack(
                recent("imported-last").setImportId(importId).setLocation(SampleReports.location("GH-AA")));
        cluster.send(last);
        receiptOf(last);
        try (TopicLog<AlertEvent> alerts = cluster.read(cluster.topics().alerts(Audience.OPEN));
                TopicLog<RegionScore> scores = cluster.read(cluster.topics().scores(Audience.OPEN))) {
            long cause = ledger().stream()
                    .filter(entry -> entry.getBody() instanceof LedgerReport report
                            && report.getReportId().equals(last.getEnvelope().getReportId()))
                    .findFirst()
                    .orElseThrow()
                    .getOpenSeq();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> scores.values().stream()
                            .anyMatch(score -> score.getCause().getSeq() >= cause));
            assertThat(alerts.values()).noneMatch(alert -> alert.getRegion().equals("GH-AA"));
            send("end", new EndImport(importId));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> alerts.values().stream()
                            .anyMatch(alert -> alert.getRegion().equals("GH-AA")));
        }
    }

    @Test
    @Order(7)
    void health_names_the_parts_and_the_admin_view_tells_all_only_to_who_may_know() throws Exception {
        assertThat(cluster.get("/health").body()).contains("\"assess west-central-africa\":\"works\"");
        assertThat(cluster.get("/health").body()).doesNotContain("\"seq\"", "openSeq");
        String open = cluster.get("/v1/theatres").body();
        assertThat(open).contains("\"openSeq\":").doesNotContain("\"seq\":");
        String all = cluster.getWithKey("/v1/theatres").body();
        assertThat(all).contains("\"openSeq\":", "\"seq\":", "\"assessedSeq\":");
        assertThat(cluster.get("/prometheus").body())
                .contains("kafka_stream", "harmattan_theatre_time_age_seconds", "harmattan_theatre_behind_entries")
                .doesNotContain("restricted", "_records_produced_total");
        assertThat(cluster.get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(8)
    void what_was_published_is_what_the_ledger_says() {
        assertThat(verify()).isInstanceOfSatisfying(Verification.Same.class, same -> {
            assertThat(same.entries()).isGreaterThan(600);
            assertThat(same.outputs()).isPositive();
        });
    }

    @Test
    @Order(9)
    void a_broken_output_is_found() {
        cluster.stop();
        Pulse pulse;
        try (TopicLog<Pulse> pulses = cluster.read(cluster.topics().pulse(Audience.OPEN))) {
            List<Pulse> all = await().atMost(Duration.ofSeconds(10)).until(pulses::values, seen -> !seen.isEmpty());
            pulse = all.get(all.size() - 1);
        }
        Cause cause = pulse.getCause();
        cluster.sendToTheatre(
                cluster.topics().pulse(Audience.OPEN),
                Pulse.newBuilder(pulse)
                        .setCause(new Cause(cause.getSeq(), cause.getOrdinal() + 1))
                        .build());
        assertThat(verify()).isInstanceOfSatisfying(Verification.Different.class, different -> {
            assertThat(different.kind()).isEqualTo(Verification.Kind.UNEXPECTED);
            assertThat(different.topic()).isEqualTo("harmattan.pulse");
            assertThat(different.seq()).isEqualTo(cause.getSeq());
        });
    }

    private Verification verify() {
        return new LedgerVerify(cluster.kafka(), cluster.topics(), Catalogue.shipped())
                .verify(THEATRE, VerifyProgress.silent());
    }

    /** A country has to be known for a while before anything is raised in it. */
    private void backfill() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(400));
        AttackReport old = SampleReports.attack(SampleReports.envelope("long-ago")
                .setOccurredAt(longAgo)
                .setOccurredUntil(longAgo.plus(Duration.ofHours(1)))
                .setLocation(SampleReports.location("GH-AA")));
        cluster.send(old);
        receiptOf(old);
    }

    private void send(String name, Object body) {
        Command command = SampleReports.command(name, body);
        cluster.send(command);
        assertThat(receipt(command.getCommandId()).getOutcome()).isEqualTo(Outcome.ACCEPTED);
    }

    private static AttackReport now(String name) {
        return SampleReports.attack(recent(name));
    }

    private static ReportEnvelope.Builder recent(String name) {
        // one moment for all, so that the same name has the same content whenever it is sent
        Instant then = STARTED.minus(Duration.ofHours(3));
        return SampleReports.envelope(name)
                .setOccurredAt(then)
                .setOccurredUntil(then.plus(Duration.ofHours(1)))
                .setReceivedAt(STARTED);
    }

    private static final Instant STARTED = Instant.now();

    private Receipt receiptOf(AttackReport report) {
        return receipt(report.getEnvelope().getReportId());
    }

    private Receipt receipt(String id) {
        try (TopicLog<Receipt> receipts = cluster.read(cluster.topics().receipts())) {
            return await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> receipts.values().stream()
                                    .filter(receipt -> receipt.getId().equals(id))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }

    private List<LedgerEntry> ledger() {
        List<LedgerEntry> entries = new ArrayList<>();
        new KafkaLedgerTail(cluster.kafka(), cluster.topics()).after(THEATRE, Position.EMPTY, entries::add);
        return entries;
    }

    private static void assertSound(List<LedgerEntry> entries) {
        assertThat(entries)
                .extracting(LedgerEntry::getSeq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        assertThat(entries).extracting(LedgerEntry::getAt).isSorted();
    }
}
