package org.harmattan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.assessment.Assessment;
import org.harmattan.assessment.Output;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.AcknowledgeAlert;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.serde.CanonicalBody;
import org.junit.jupiter.api.Test;

/**
 * From the intake to the open topics: with the same proposals of time, a world in which every report above GREEN is a
 * retraction of the same id and revision says the same to the open audience, byte for byte. A failing seed is printed.
 */
class NonInterferenceTest {

    private static final int WORLDS = 6;
    private static final int STEPS = 250;

    @Test
    void nothing_restricted_changes_a_byte_of_what_the_open_audience_is_told() {
        int alerts = 0;
        int differing = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            List<Output> told = world(seed, false);
            List<Output> untold = world(seed, true);
            assertThat(bytes(untold, Audience.OPEN)).as("seed %d", seed).isEqualTo(bytes(told, Audience.OPEN));
            alerts += (int) told.stream()
                    .filter(output -> output.audience() == Audience.OPEN && output.value() instanceof AlertEvent)
                    .count();
            differing += bytes(untold, Audience.RESTRICTED).equals(bytes(told, Audience.RESTRICTED)) ? 0 : 1;
        }
        // the worlds are no empty ones: the open audience hears of alerts, and the restricted one of more than it
        assertThat(alerts).isPositive();
        assertThat(differing).isEqualTo(WORLDS);
    }

    private static List<Output> world(long seed, boolean withoutRestricted) {
        Random random = new Random(seed);
        Bench bench = new Bench();
        Instant now = SampleReports.NOON;
        bench.time(now);
        bench.send(backfill());
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(200)));
            bench.time(now);
            SpecificRecord report = anyReport(random, now);
            bench.send(withoutRestricted ? lowered(report) : report);
            if (random.nextInt(20) == 0) {
                bench.send(SampleReports.command(
                        "seen " + step, new AcknowledgeAlert(SampleReports.id("alert " + random.nextInt(3)))));
            }
        }
        Assessment assessment =
                Assessment.start(bench.origin().catalogue(), bench.origin().theatre());
        List<Output> outputs = new ArrayList<>();
        for (LedgerEntry entry : bench.ledger()) {
            outputs.addAll(assessment.apply(entry));
        }
        return outputs;
    }

    private static List<String> bytes(List<Output> outputs, Audience audience) {
        return outputs.stream()
                .filter(output -> output.audience() == audience)
                .map(output -> output.kind() + " " + output.key() + " " + output.at() + " "
                        + HexFormat.of().formatHex(CanonicalBody.of(output.value())))
                .toList();
    }

    /** Old enough that something can be raised. */
    private static SpecificRecord backfill() {
        Instant then = SampleReports.NOON.minus(Duration.ofDays(400));
        return SampleReports.attack(SampleReports.envelope("long ago")
                .setOccurredAt(then)
                .setOccurredUntil(then.plus(Duration.ofHours(1))));
    }

    private static SpecificRecord anyReport(Random random, Instant now) {
        Tlp[] labels = {Tlp.GREEN, Tlp.GREEN, Tlp.AMBER, Tlp.UNKNOWN};
        String[] regions = {"ML-5", "ML-4", "BF-12"};
        Instant from = now.minus(Duration.ofHours(random.nextInt(200)));
        ReportEnvelope.Builder envelope = SampleReports.envelope("report " + random.nextInt(60))
                .setRevision(1 + random.nextInt(4))
                .setSource(random.nextInt(10) == 0 ? "other" : "local")
                .setOrigin(random.nextInt(3) == 0 ? "second" : "local")
                .setTlp(labels[random.nextInt(labels.length)])
                .setCredibility(1 + random.nextInt(3))
                .setOccurredAt(from)
                .setOccurredUntil(from.plus(Duration.ofHours(1)))
                .setReceivedAt(now)
                .setLocation(SampleReports.location(regions[random.nextInt(regions.length)]));
        SpecificRecord report =
                random.nextInt(8) == 0 ? SampleReports.movement(envelope) : SampleReports.attack(envelope);
        return random.nextInt(6) == 0
                ? SampleReports.retracted(report, Reports.envelopeOf(report).getRevision())
                : report;
    }

    private static SpecificRecord lowered(SpecificRecord report) {
        ReportEnvelope envelope = Reports.envelopeOf(report);
        boolean restricted = envelope.getTlp() == Tlp.AMBER || envelope.getTlp() == Tlp.UNKNOWN;
        return envelope.getAction() == ReportAction.REPORT && restricted
                ? SampleReports.retracted(report, envelope.getRevision())
                : report;
    }
}
