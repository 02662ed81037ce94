package org.harmattan.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.common.header.Header;
import org.harmattan.ledger.SampleReports;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.report.AttackReport;
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

    @TempDir
    static Path stateDir;

    private LiveCluster cluster;

    @BeforeAll
    void start() {
        cluster = new LiveCluster(stateDir);
        cluster.start();
    }

    @AfterAll
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    @Order(1)
    void a_report_becomes_an_entry_and_a_receipt() {
        AttackReport report = now("first");
        cluster.send(report);
        assertThat(receipt(report).getOutcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(ledger())
                .filteredOn(entry -> entry.getBody() instanceof LedgerReport)
                .extracting(entry -> ((LedgerReport) entry.getBody()).getReportId())
                .contains(report.getEnvelope().getReportId());
    }

    @Test
    @Order(2)
    void bytes_that_cannot_be_read_are_set_aside_without_a_word_of_them_and_life_goes_on() {
        byte[] poison = "poison: a name that nobody may read".getBytes(StandardCharsets.UTF_8);
        cluster.send(LiveCluster.TOPICS.attackReports(), "poisoned", poison);
        AttackReport after = now("after-the-poison");
        cluster.send(after);
        assertThat(receipt(after).getOutcome()).isEqualTo(Outcome.ACCEPTED);
        try (var consumer = cluster.kafka().consumer("test-rejected", java.util.Optional.empty())) {
            var partition = new org.apache.kafka.common.TopicPartition(
                    LiveCluster.TOPICS.rejectedReports().name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var letters = new java.util.ArrayList<org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>>();
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
                return !letters.isEmpty();
            });
            assertThat(letters.get(0).value()).isEqualTo(poison);
            assertThat(letters.get(0).headers())
                    .extracting(Header::key)
                    .containsExactlyInAnyOrder(
                            "harmattan-reason", "harmattan-topic", "harmattan-partition", "harmattan-offset");
        }
    }

    @Test
    @Order(3)
    void a_stop_and_a_start_leave_no_gap_and_no_double() {
        cluster.send(now("before-the-stop"));
        cluster.stop();
        AttackReport between = now("while-stopped");
        cluster.send(between);
        cluster.start();
        AttackReport again = now("first");
        cluster.send(again);
        assertThat(receipt(between).getOutcome()).isEqualTo(Outcome.ACCEPTED);
        List<LedgerEntry> entries = ledger();
        assertThat(entries)
                .extracting(LedgerEntry::getSeq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        assertThat(entries).extracting(LedgerEntry::getAt).isSorted();
    }

    private static AttackReport now(String name) {
        Instant now = Instant.now();
        return SampleReports.attack(SampleReports.envelope(name)
                .setOccurredAt(now.minus(Duration.ofHours(3)))
                .setOccurredUntil(now.minus(Duration.ofHours(2)))
                .setReceivedAt(now));
    }

    private Receipt receipt(AttackReport report) {
        try (var receipts = cluster.read(LiveCluster.TOPICS.receipts())) {
            String id = report.getEnvelope().getReportId();
            return await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> receipts.values().stream()
                                    .filter(receipt -> receipt.getId().equals(id))
                                    .findFirst(),
                            java.util.Optional::isPresent)
                    .orElseThrow();
        }
    }

    private List<LedgerEntry> ledger() {
        try (var ledger = cluster.read(LiveCluster.TOPICS.ledger())) {
            return await().atMost(Duration.ofSeconds(20)).until(ledger::values, values -> !values.isEmpty());
        }
    }
}
