package org.harmattan.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.ledger.Position;
import org.harmattan.ledger.SampleReports;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.topology.KafkaLedgerTail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one lane, with a standby each; the one that works goes away. */
class TakeOverTest {

    @TempDir
    static Path stateDir;

    @Test
    void another_instance_takes_over_and_numbers_on() throws Exception {
        try (LiveCluster cluster = new LiveCluster(stateDir, "exercise.take-over")) {
            cluster.start();
            AttackReport before = report("before");
            cluster.send(before);
            assertThat(receipt(cluster, before).getOutcome()).isEqualTo(Outcome.ACCEPTED);
            try (ApplicationContext second = cluster.startAnother("second")) {
                cluster.stop();
                AttackReport after = report("after");
                cluster.send(after);
                cluster.send(before);
                assertThat(receipt(cluster, after).getOutcome()).isEqualTo(Outcome.ACCEPTED);
                TheatreBoard board = second.getBean(TheatreBoard.class);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> !board.assessedHere().isEmpty());
            }
            List<LedgerEntry> ledger = new ArrayList<>();
            Theatre theatre = Catalogue.shipped().theatres().get(0);
            new KafkaLedgerTail(cluster.kafka(), cluster.topics()).after(theatre, Position.EMPTY, ledger::add);
            assertThat(ledger)
                    .extracting(LedgerEntry::getSeq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, ledger.size()).boxed().toList());
            assertThat(ledger).extracting(LedgerEntry::getAt).isSorted();
        }
    }

    private static AttackReport report(String name) {
        Instant then = Instant.now().minus(Duration.ofHours(3));
        return SampleReports.attack(
                SampleReports.envelope(name).setOccurredAt(then).setOccurredUntil(then.plus(Duration.ofHours(1))));
    }

    private static Receipt receipt(LiveCluster cluster, AttackReport report) {
        try (TopicLog<Receipt> receipts = cluster.read(cluster.topics().receipts())) {
            return await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> receipts.values().stream()
                                    .filter(receipt -> receipt.getId()
                                            .equals(report.getEnvelope().getReportId()))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }
}
