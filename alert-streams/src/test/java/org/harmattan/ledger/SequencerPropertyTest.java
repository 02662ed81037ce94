package org.harmattan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.content.ContentDigest;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.receipt.ReceiptReason;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportStatus;
import org.junit.jupiter.api.Test;

/**
 * Random intakes beside a naive model. A failing seed is printed; {@code -Dharmattan.seed=N} runs it again.
 */
class SequencerPropertyTest {

    private static final int ROUNDS = 40;
    private static final int STEPS = 400;
    private static final int IDS = 12;

    @Test
    void every_answer_is_the_naive_models_answer_also_with_a_restart_after_every_entry() {
        for (long seed : seeds()) {
            Random random = new Random(seed);
            Bench bench = new Bench();
            Naive naive = new Naive();
            Instant now = SampleReports.NOON;
            boolean restarts = random.nextBoolean();
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(4) == 0) {
                    now = now.plusMillis(random.nextInt(9_000));
                    bench.time(now);
                } else if (random.nextInt(12) == 0) {
                    Command command = SampleReports.command(
                            "command " + random.nextInt(5), new BeginImport(SampleReports.id("import")));
                    assertThat(bench.send(command).getOutcome())
                            .as("seed %d step %d", seed, step)
                            .isEqualTo(naive.command(command));
                } else {
                    SpecificRecord report = anyReport(random);
                    Receipt receipt = bench.send(report);
                    assertThat(receipt.getReason())
                            .as("seed %d step %d: %s", seed, step, report)
                            .isEqualTo(naive.report(report));
                }
                if (restarts) {
                    bench.restart();
                }
            }
            assertSound(seed, bench);
        }
    }

    @Test
    void a_memory_built_from_the_ledger_alone_equals_the_one_that_lived_through_it() {
        for (long seed : seeds()) {
            Random random = new Random(seed);
            Bench bench = new Bench();
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(3) == 0) {
                    bench.time(SampleReports.NOON.plusSeconds(step));
                } else {
                    bench.send(anyReport(random));
                }
            }
            HeapMemory rebuilt = bench.rebuilt();
            assertThat(rebuilt.position())
                    .as("seed %d", seed)
                    .isEqualTo(bench.memory().position());
            assertThat(rebuilt.reports())
                    .as("seed %d", seed)
                    .isEqualTo(bench.memory().reports());
            assertThat(rebuilt.commands())
                    .as("seed %d", seed)
                    .isEqualTo(bench.memory().commands());
        }
    }

    /**
     * Replaces every report above GREEN by a retraction of the same id and revision: what the open audience may know of each
     * entry, its number, its time and what it says, is the same.
     */
    @Test
    void nothing_that_the_open_audience_sees_hangs_on_a_report_above_green() {
        for (long seed : seeds()) {
            Random random = new Random(seed);
            Bench told = new Bench();
            Bench untold = new Bench();
            for (int step = 0; step < STEPS; step++) {
                Instant now = SampleReports.NOON.plusSeconds(step * 2L);
                told.time(now);
                untold.time(now);
                SpecificRecord report = anyReport(random);
                told.send(report);
                untold.send(withoutRestricted(report));
            }
            assertThat(openView(untold.ledger())).as("seed %d", seed).isEqualTo(openView(told.ledger()));
        }
    }

    private static void assertSound(long seed, Bench bench) {
        long seq = 0;
        long openSeq = 0;
        Instant at = Instant.EPOCH;
        for (LedgerEntry entry : bench.ledger()) {
            assertThat(entry.getSeq()).as("seed %d", seed).isEqualTo(++seq);
            assertThat(entry.getAt()).as("seed %d", seed).isAfterOrEqualTo(at);
            at = entry.getAt();
            if (entry.getVisibleTo() == Audience.OPEN) {
                assertThat(entry.getOpenSeq()).as("seed %d", seed).isEqualTo(++openSeq);
            } else {
                assertThat(entry.getOpenSeq()).as("seed %d", seed).isNull();
            }
        }
    }

    /** What the open audience may know: a report it may not see is a bare retraction. */
    private static List<String> openView(List<LedgerEntry> ledger) {
        List<String> view = new ArrayList<>();
        for (LedgerEntry entry : ledger) {
            if (entry.getOpenSeq() == null) {
                continue;
            }
            String body = entry.getBody().toString();
            if (entry.getBody() instanceof LedgerReport report
                    && (report.getAction() == ReportAction.RETRACT || !isOpen(report.getTlp()))) {
                body = "retraction of " + report.getReportId();
            }
            view.add(entry.getOpenSeq() + " " + entry.getAt() + " " + body);
        }
        return view;
    }

    private static SpecificRecord withoutRestricted(SpecificRecord report) {
        ReportEnvelope envelope = Reports.envelopeOf(report);
        boolean told = envelope.getAction() == ReportAction.RETRACT || isOpen(envelope.getTlp());
        return told ? report : SampleReports.retracted(report, envelope.getRevision());
    }

    private static boolean isOpen(Tlp tlp) {
        return tlp == Tlp.CLEAR || tlp == Tlp.GREEN;
    }

    private static SpecificRecord anyReport(Random random) {
        String name = "report " + random.nextInt(IDS);
        Tlp[] labels = {Tlp.CLEAR, Tlp.GREEN, Tlp.GREEN, Tlp.AMBER, Tlp.UNKNOWN};
        String[] regions = {"ML-5", "BF-12", "ML-4"};
        // some long ago, so that corrections come too late
        Instant from = SampleReports.NOON.minus(Duration.ofDays(random.nextInt(5) == 0 ? 3_000 : random.nextInt(60)));
        ReportEnvelope.Builder envelope = SampleReports.envelope(name)
                .setRevision(1 + random.nextInt(6))
                .setSource(random.nextInt(8) == 0 ? "other" : "local")
                .setTlp(labels[random.nextInt(labels.length)])
                .setStatus(random.nextInt(25) == 0 ? ReportStatus.EXERCISE : ReportStatus.ACTUAL)
                .setCredibility(1 + random.nextInt(2))
                .setOccurredAt(from)
                .setOccurredUntil(from.plus(Duration.ofHours(1)))
                .setLocation(SampleReports.location(regions[random.nextInt(regions.length)]));
        SpecificRecord report =
                random.nextInt(10) == 0 ? SampleReports.movement(envelope) : SampleReports.attack(envelope);
        return random.nextInt(5) == 0
                ? SampleReports.retracted(report, Reports.envelopeOf(report).getRevision())
                : report;
    }

    private static List<Long> seeds() {
        Long one = Long.getLong("harmattan.seed");
        if (one != null) {
            return List.of(one);
        }
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= ROUNDS; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    /** Remembers every accepted report whole, and looks through all of them each time. */
    private static final class Naive {

        private final List<SpecificRecord> accepted = new ArrayList<>();
        private final Map<String, Command> commands = new HashMap<>();

        Outcome command(Command command) {
            return commands.put(command.getCommandId(), command) == null ? Outcome.ACCEPTED : Outcome.DUPLICATE;
        }

        ReceiptReason report(SpecificRecord report) {
            ReportEnvelope envelope = Reports.envelopeOf(report);
            if (envelope.getStatus() == ReportStatus.EXERCISE) {
                return ReceiptReason.EXERCISE_IN_LIVE_LANE;
            }
            List<SpecificRecord> same = accepted.stream()
                    .filter(other -> Reports.envelopeOf(other).getReportId().equals(envelope.getReportId()))
                    .toList();
            ReceiptReason reason = same.isEmpty() ? first(envelope) : next(report, same.get(same.size() - 1));
            if (reason == ReceiptReason.NEW || reason == ReceiptReason.REVISED || reason == ReceiptReason.RETRACTED) {
                accepted.add(report);
            }
            return reason;
        }

        private static ReceiptReason first(ReportEnvelope envelope) {
            return envelope.getAction() == ReportAction.RETRACT ? ReceiptReason.RETRACTED : ReceiptReason.NEW;
        }

        private static ReceiptReason next(SpecificRecord report, SpecificRecord known) {
            ReportEnvelope envelope = Reports.envelopeOf(report);
            ReportEnvelope before = Reports.envelopeOf(known);
            if (Reports.kindOf(report) != Reports.kindOf(known)) {
                return ReceiptReason.KIND_CHANGED;
            }
            if (!envelope.getSource().equals(before.getSource())) {
                return ReceiptReason.OTHER_SOURCE;
            }
            if (envelope.getRevision() < before.getRevision()) {
                return ReceiptReason.LOWER_REVISION;
            }
            if (envelope.getRevision() == before.getRevision()) {
                return ContentDigest.of(report).equals(ContentDigest.of(known))
                        ? ReceiptReason.SAME_CONTENT
                        : ReceiptReason.OTHER_CONTENT;
            }
            Instant day = before.getOccurredAt();
            boolean standsOpen = before.getAction() == ReportAction.REPORT && isOpen(before.getTlp());
            if (standsOpen && day != null && day.isBefore(SampleReports.NOON.minus(Duration.ofDays(5 * 365 + 2)))) {
                return ReceiptReason.TOO_OLD_TO_CORRECT;
            }
            return envelope.getAction() == ReportAction.RETRACT ? ReceiptReason.RETRACTED : ReceiptReason.REVISED;
        }
    }
}
