package org.harmattan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.junit.jupiter.api.Test;

/** Thirty years of history, then twelve attacks in Mopti within five days, then their retraction. */
class MoptiTest {

    private static final Instant START = Instant.parse("2026-11-24T18:00:00Z");

    private final List<LedgerReport> twelve = new ArrayList<>();

    MoptiTest() {
        for (int i = 0; i < 12; i++) {
            Instant occurred = START.minus(Duration.ofHours(10L * (11 - i))).minus(Duration.ofHours(2));
            twelve.add(LedgerWriter.attack("Mopti " + i, "ML-5", occurred).build());
        }
    }

    @Test
    void theImportRaisesNothing() {
        assertThat(alerts(fold(imported(UcdpFile.reports()).entries()), Audience.OPEN))
                .isEmpty();
    }

    @Test
    void oneAlertIsRaisedEscalatedOnceAndCappedBySources() {
        LedgerWriter writer = imported(UcdpFile.reports());
        Map<String, RegionScore> before = newestScores(fold(writer.entries()), Audience.OPEN);
        twelve.forEach(report -> writer.after(Duration.ofSeconds(1)).report(report));
        List<Output> outputs = fold(writer.entries());

        List<AlertEvent> alerts = alerts(outputs, Audience.OPEN);
        assertThat(alerts.stream()
                        .filter(alert -> alert.getRegion().equals("ML-5"))
                        .map(AlertEvent::getChange))
                .containsExactly(AlertChange.RAISED, AlertChange.ESCALATED);
        assertThat(alerts).extracting(AlertEvent::getLevel).containsExactly(Level.ADVISORY, Level.WATCH);
        assertThat(alerts)
                .extracting(AlertEvent::getAlertId)
                .containsOnly(alerts.get(0).getAlertId());
        assertThat(alerts.get(0).getName()).isEqualTo("ML-5/escalation/2026-11-24");
        assertThat(alerts.get(1).getSources()).isEqualTo(1);

        Map<String, RegionScore> after = newestScores(outputs, Audience.OPEN);
        int escalation = after.get("ML-5").getFigures().getEscalationTenths();
        assertThat(escalation).isBetween(500, 580);
        for (String neighbour : List.of("ML-4", "BF-10", "BF-01")) {
            assertThat(after.get(neighbour).getFigures().getSpillOver())
                    .as("spill-over of " + neighbour)
                    .isGreaterThan(before.get(neighbour).getFigures().getSpillOver());
        }
    }

    @Test
    void retractedReportsLeaveNoTrace() {
        List<LedgerReport> history = UcdpFile.reports();
        LedgerWriter with = imported(history);
        LedgerWriter without = imported(history);
        twelve.forEach(report -> {
            with.after(Duration.ofSeconds(1)).report(report);
            without.after(Duration.ofSeconds(1)).tick();
        });
        twelve.forEach(report -> {
            with.after(Duration.ofSeconds(1)).retract(report);
            without.after(Duration.ofSeconds(1)).tick();
        });
        for (int hour = 0; hour < 12; hour++) {
            with.after(Duration.ofHours(1)).tick();
            without.after(Duration.ofHours(1)).tick();
        }
        Assessment one = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        Assessment other = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        List<Output> outputs = fold(one, with.entries());
        List<Output> unmoved = fold(other, without.entries());

        assertThat(alerts(outputs, Audience.OPEN).stream().map(AlertEvent::getChange))
                .startsWith(AlertChange.RAISED, AlertChange.ESCALATED)
                .endsWith(AlertChange.WITHDRAWN);
        for (Audience audience : List.of(Audience.OPEN, Audience.RESTRICTED)) {
            assertThat(one.stateDigest(audience).getIncidents())
                    .isEqualTo(other.stateDigest(audience).getIncidents());
            assertThat(one.stateDigest(audience).getDayCounts())
                    .isEqualTo(other.stateDigest(audience).getDayCounts());
            assertThat(saying(newestScores(outputs, audience))).isEqualTo(saying(newestScores(unmoved, audience)));
        }
    }

    /** History as one import at the start, then a minute of rest. */
    private static LedgerWriter imported(List<LedgerReport> history) {
        LedgerWriter writer = LedgerWriter.begun(START).after(Duration.ofSeconds(10));
        writer.command(new BeginImport(UcdpFile.IMPORT_ID));
        int rows = 0;
        for (LedgerReport report : history) {
            if (rows++ % 500 == 0) {
                writer.after(Duration.ofSeconds(1));
            }
            writer.report(report);
        }
        writer.after(Duration.ofSeconds(1)).command(new EndImport(UcdpFile.IMPORT_ID));
        return writer.after(Duration.ofSeconds(60)).tick();
    }

    private static List<Output> fold(List<LedgerEntry> entries) {
        return fold(Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE), entries);
    }

    private static List<Output> fold(Assessment assessment, List<LedgerEntry> entries) {
        List<Output> outputs = new ArrayList<>();
        entries.forEach(entry -> outputs.addAll(assessment.apply(entry)));
        return outputs;
    }

    private static List<AlertEvent> alerts(List<Output> outputs, Audience audience) {
        return outputs.stream()
                .filter(output -> output.kind() == Output.Kind.ALERT && output.audience() == audience)
                .map(output -> (AlertEvent) output.value())
                .toList();
    }

    private static Map<String, RegionScore> newestScores(List<Output> outputs, Audience audience) {
        Map<String, RegionScore> newest = new HashMap<>();
        for (Output output : outputs) {
            if (output.kind() == Output.Kind.SCORE && output.audience() == audience) {
                newest.put(output.key(), (RegionScore) output.value());
            }
        }
        return newest;
    }

    /** All that a score says but its cause, whose number differs with the entries before it. */
    private static Map<String, String> saying(Map<String, RegionScore> scores) {
        Map<String, String> saying = new HashMap<>();
        scores.forEach((region, score) -> saying.put(
                region,
                RegionScore.newBuilder(score)
                        .setCause(new org.harmattan.schemas.assessment.Cause(0L, 0))
                        .build()
                        .toString()));
        return saying;
    }
}
