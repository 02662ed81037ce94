package org.harmattan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.alert.DefaultRules;
import org.harmattan.forecast.DefaultParameters;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.IncidentChange;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.AcknowledgeAlert;
import org.harmattan.schemas.command.ActivateCore;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.RemoveRule;
import org.harmattan.schemas.command.SetCatalogue;
import org.harmattan.schemas.command.SetParameters;
import org.harmattan.schemas.command.SetRule;
import org.harmattan.schemas.ledger.LaneKind;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.report.Reliability;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private final LedgerWriter ledger = LedgerWriter.begun(START);
    private final Assessment fold = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
    private final List<Output> said = new ArrayList<>();
    private int folded;

    @Test
    void aReportOpensAnIncidentWhoseRevisionReplacesAndWhoseRetractionEndsIt() {
        LedgerReport report = attack("one", "ML-5").build();
        ledger.report(report);
        ledger.report(
                LedgerReport.newBuilder(report).setRevision(2).setCredibility(1).build());
        ledger.retract(LedgerReport.newBuilder(report).setRevision(2).build());
        fold();

        List<IncidentEvent> incidents = of(IncidentEvent.class, Audience.OPEN);
        assertThat(incidents)
                .extracting(IncidentEvent::getChange)
                .containsExactly(IncidentChange.OPENED, IncidentChange.REVISED, IncidentChange.ENDED);
        assertThat(incidents).extracting(IncidentEvent::getWeightMicro).containsExactly(765_000, 900_000, 0);
        assertThat(incidents)
                .extracting(IncidentEvent::getIncidentId)
                .containsOnly(incidents.get(0).getIncidentId());
        assertThat(incidents.get(2).getMembers()).isEmpty();
        assertThat(counts(Audience.OPEN, "ML-5")).isZero();
    }

    @Test
    void aReportWhosePlaceIsCorrectedMovesFromOneRegionToTheOther() {
        LedgerReport report = attack("one", "ML-5").build();
        ledger.report(report);
        ledger.report(LedgerReport.newBuilder(report)
                .setRevision(2)
                .setRegions(List.of("ML-4"))
                .build());
        fold();

        assertThat(counts(Audience.OPEN, "ML-5")).isZero();
        assertThat(counts(Audience.OPEN, "ML-4")).isEqualTo(765_000);
        assertThat(last(IncidentEvent.class).getChange()).isEqualTo(IncidentChange.REVISED);
        assertThat(last(IncidentEvent.class).getRegion()).isEqualTo("ML-4");
    }

    @Test
    void anAmberReportReachesNothingOpenAndAnUnknownLabelCountsAsAmber() {
        ledger.report(attack("amber", "ML-5").setTlp(Tlp.AMBER).build());
        ledger.report(attack("unknown", "ML-5").setTlp(Tlp.UNKNOWN).build());
        ledger.after(Duration.ofSeconds(10)).tick();
        fold();

        assertThat(of(IncidentEvent.class, Audience.OPEN)).isEmpty();
        assertThat(of(RegionScore.class, Audience.OPEN)).isEmpty();
        assertThat(of(IncidentEvent.class, Audience.RESTRICTED)).hasSize(2);
        assertThat(of(RegionScore.class, Audience.RESTRICTED))
                .isNotEmpty()
                .allMatch(score -> score.getTlp() == Tlp.AMBER);
    }

    @Test
    void aRevisionAboveGreenIsARetractionForTheOpenAudience() {
        LedgerReport report = attack("one", "ML-5").build();
        ledger.report(report);
        ledger.report(
                LedgerReport.newBuilder(report).setRevision(2).setTlp(Tlp.AMBER).build());
        fold();

        assertThat(of(IncidentEvent.class, Audience.OPEN))
                .extracting(IncidentEvent::getChange)
                .containsExactly(IncidentChange.OPENED, IncidentChange.ENDED);
        assertThat(counts(Audience.OPEN, "ML-5")).isZero();
        assertThat(counts(Audience.RESTRICTED, "ML-5")).isEqualTo(765_000);
    }

    @Test
    void anIncidentSpreadsOverTheDaysItsReportCoversUpToItsAcceptance() {
        ledger.report(attack("week", "ML-5")
                .setOccurredAt(START.minus(Duration.ofDays(2)))
                .setOccurredUntil(START.plus(Duration.ofDays(5)))
                .setReliability(Reliability.A)
                .setCredibility(1)
                .build());
        fold();

        RegionState region = fold.view(Audience.OPEN).state().region(mopti());
        int today = fold.view(Audience.OPEN).state().times.day();
        assertThat(region.counts().on(today - 2)).isEqualTo(333_334);
        assertThat(region.counts().on(today - 1)).isEqualTo(333_333);
        assertThat(region.counts().on(today)).isEqualTo(333_333);
        assertThat(region.counts().on(today + 1)).isZero();
    }

    @Test
    void aCountryIsCoveredFromItsFirstReportOnAndTheLossOfCoverageIsSaidOnce() {
        LedgerReport report = attack("one", "TG-S").build();
        ledger.report(report);
        fold();
        assertThat(of(RegionScore.class, Audience.OPEN))
                .extracting(RegionScore::getCountry)
                .containsOnly("TG");
        assertThat(of(RegionScore.class, Audience.OPEN))
                .hasSize(5)
                .allMatch(score -> score.getCoverage() == Coverage.WARMING_UP && score.getFigures() == null);

        said.clear();
        ledger.retract(report);
        ledger.after(Duration.ofDays(1)).tick();
        ledger.after(Duration.ofDays(1)).tick();
        fold();
        assertThat(of(RegionScore.class, Audience.OPEN))
                .hasSize(5)
                .allMatch(score -> score.getCoverage() == Coverage.NO_COVERAGE && score.getFigures() == null);
    }

    @Test
    void aYoungLogWarmsUpAndRaisesNothing() {
        ledger.report(LedgerWriter.attack("old", "ML-5", START.minus(Duration.ofDays(89)))
                .build());
        for (int i = 0; i < 30; i++) {
            ledger.report(attack("now " + i, "ML-5").build());
        }
        fold();
        assertThat(last(RegionScore.class).getCoverage()).isEqualTo(Coverage.WARMING_UP);
        assertThat(of(AlertEvent.class, Audience.OPEN)).isEmpty();
    }

    @Test
    void thePastRaisesNothing() {
        for (int i = 0; i < 40; i++) {
            ledger.report(LedgerWriter.attack("past " + i, "ML-5", START.minus(Duration.ofDays(31 + i % 3)))
                    .build());
        }
        ledger.report(LedgerWriter.attack("older", "ML-5", START.minus(Duration.ofDays(500)))
                .build());
        fold();
        assertThat(score("ML-5").getFigures().getEscalationTenths()).isGreaterThan(200);
        assertThat(of(AlertEvent.class, Audience.OPEN)).isEmpty();
    }

    @Test
    void anImportHoldsRaisingUntilItEnds() {
        matureMali();
        ledger.command(new BeginImport("an import"));
        twelve("an import");
        fold();
        assertThat(of(AlertEvent.class, Audience.OPEN)).isEmpty();

        ledger.after(Duration.ofSeconds(5)).command(new EndImport("an import"));
        fold();
        assertThat(of(AlertEvent.class, Audience.OPEN)).hasSize(1);
        assertThat(last(AlertEvent.class).getChange()).isEqualTo(AlertChange.RAISED);
    }

    @Test
    void anImportThatFallsSilentHoldsRaisingForAMinute() {
        matureMali();
        ledger.command(new BeginImport("an import"));
        twelve("an import");
        ledger.after(Duration.ofSeconds(59)).tick();
        fold();
        assertThat(of(AlertEvent.class, Audience.OPEN)).isEmpty();

        ledger.after(Duration.ofSeconds(1)).tick();
        fold();
        assertThat(of(AlertEvent.class, Audience.OPEN)).hasSize(1);
    }

    @Test
    void anAlertClearsWhenItsHoldEndsThoughNothingComesIn() {
        matureMali();
        twelve(null);
        fold();
        assertThat(last(AlertEvent.class).getLevel()).isEqualTo(Level.WATCH);
        said.clear();
        for (int hour = 0; hour < 24 * 120; hour++) {
            ledger.after(Duration.ofHours(1)).tick();
        }
        fold();
        List<AlertEvent> events = of(AlertEvent.class, Audience.OPEN);
        assertThat(events)
                .extracting(AlertEvent::getChange)
                .containsExactly(AlertChange.DE_ESCALATED, AlertChange.CLEARED);
        assertThat(events).extracting(AlertEvent::getReason).containsOnly(AlertReason.BELOW_FOR_HOLD_TIME);
        assertThat(last(AlertEvent.class).getState()).isEqualTo(AlertState.ENDED);
    }

    @Test
    void aPersonsCommandTouchesTheAlertOfTheirAudienceAlone() {
        matureMali();
        twelve(null);
        fold();
        AlertEvent open = last(AlertEvent.class);
        said.clear();
        ledger.command(new AcknowledgeAlert(open.getAlertId()), Audience.RESTRICTED, true);
        fold();
        assertThat(of(AlertEvent.class, Audience.OPEN)).isEmpty();
        ledger.command(new AcknowledgeAlert(open.getAlertId()), Audience.OPEN, true);
        fold();
        AlertEvent acknowledged = last(AlertEvent.class);
        assertThat(acknowledged.getChange()).isEqualTo(AlertChange.ACKNOWLEDGED);
        assertThat(acknowledged.getVersion()).isEqualTo(open.getVersion() + 1);
        assertThat(acknowledged.getLevel()).isEqualTo(open.getLevel());
        assertThat(acknowledged.getCommandId()).isNotNull();
    }

    @Test
    void aRemovedRuleClearsItsAlertsAndSetAgainRaisesAnew() {
        matureMali();
        twelve(null);
        ledger.command(new RemoveRule("escalation"));
        fold();
        AlertEvent cleared = last(AlertEvent.class);
        assertThat(cleared.getReason()).isEqualTo(AlertReason.RULE_REMOVED);
        assertThat(cleared.getLevel()).isEqualTo(Level.NONE);
        assertThat(cleared.getPreviousLevel()).isEqualTo(Level.WATCH);

        ledger.command(new SetRule(DefaultRules.all().get(0)));
        fold();
        assertThat(last(AlertEvent.class).getChange()).isEqualTo(AlertChange.RAISED);
        assertThat(last(AlertEvent.class).getAlertId()).isNotEqualTo(cleared.getAlertId());
    }

    @Test
    void whatTheCoreDoesNotKnowFailsItsEntryAndLeavesNoOtherTrace() {
        ledger.report(attack("one", "ML-5").build());
        ledger.report(attack("odd", "ML-5").setReliability(Reliability.UNKNOWN).build());
        ledger.report(attack("odd and hidden", "ML-5")
                .setReliability(Reliability.UNKNOWN)
                .setTlp(Tlp.AMBER)
                .build());
        ledger.after(Duration.ofSeconds(60)).tick();
        fold();
        List<Pulse> open = of(Pulse.class, Audience.OPEN);
        Pulse restricted = of(Pulse.class, Audience.RESTRICTED).get(1);
        assertThat(open.get(open.size() - 1).getFailedEntries()).isEqualTo(1);
        assertThat(open.get(open.size() - 1).getLastFailed()).isEqualTo(5);
        assertThat(restricted.getFailedEntries()).isEqualTo(2);
        assertThat(restricted.getLastFailed()).isEqualTo(6);
        assertThat(counts(Audience.RESTRICTED, "ML-5")).isEqualTo(765_000);
        assertThat(fold.lastSeq()).isEqualTo(ledger.last().getSeq());
        assertThat(fold.takeFailures()).extracting(FailedEntry::causeSeq).containsExactly(5L, 5L, 6L);
        assertThat(fold.takeFailures()).isEmpty();
    }

    @Test
    void aPulseComesWithTheFirstEntryAfterGenesisAndThenOnceAMinute() {
        for (int i = 0; i < 30; i++) {
            ledger.after(Duration.ofSeconds(10)).tick();
        }
        fold();
        List<Pulse> pulses = of(Pulse.class, Audience.OPEN);
        assertThat(pulses)
                .extracting(Pulse::getAt)
                .containsExactly(
                        START,
                        START.plusSeconds(60),
                        START.plusSeconds(120),
                        START.plusSeconds(180),
                        START.plusSeconds(240),
                        START.plusSeconds(300));
        assertThat(pulses.get(0).getCause().getSeq()).isEqualTo(2);
        assertThat(fold.stateDigest(Audience.OPEN)).isEqualTo(pulses.get(5).getStateDigest());
    }

    @Test
    void aSecondAllowsSoManyAssessmentsAndTheRestWaitForTheNext() {
        matureMali();
        fold();
        int before = said.size();
        int touchedByMopti = Catalogue.shipped()
                        .neighbours(new org.harmattan.geography.RegionCode("ML-5"))
                        .size()
                + 1;
        int reports = Times.ASSESSMENTS_PER_SECOND / touchedByMopti + 10;
        for (int i = 0; i < reports; i++) {
            ledger.report(attack("burst " + i, "ML-5")
                    .setReliability(Reliability.E)
                    .setCredibility(5)
                    .build());
        }
        fold();
        ViewState open = fold.view(Audience.OPEN).state();
        assertThat(open.times.budgetLeft()).isZero();
        assertThat(open.pending().cardinality()).isEqualTo(touchedByMopti);
        assertThat(said.size()).isGreaterThan(before);

        Map<String, byte[]> stored = new HashMap<>();
        fold.drainChanges(stored::put);
        Assessment restored = Assessment.restore(Catalogue.shipped(), LedgerWriter.THEATRE, stored.entrySet());
        said.clear();
        ledger.after(Duration.ofSeconds(1)).tick();
        fold();
        assertThat(of(RegionScore.class, Audience.OPEN))
                .extracting(RegionScore::getRegion)
                .contains("ML-5");
        assertThat(fold.view(Audience.OPEN).state().pending().isEmpty()).isTrue();
        assertThat(restored.apply(ledger.last())).hasToString(said.toString());
    }

    @Test
    void outputsOfAnEntryAreNumberedWithinTheirAudience() {
        ledger.report(attack("amber", "ML-5").setTlp(Tlp.AMBER).build());
        ledger.report(attack("one", "ML-5").build());
        fold();
        IncidentEvent open = of(IncidentEvent.class, Audience.OPEN).get(0);
        IncidentEvent restricted = of(IncidentEvent.class, Audience.RESTRICTED).get(1);
        assertThat(open.getCause().getSeq()).isEqualTo(4);
        assertThat(restricted.getCause().getSeq()).isEqualTo(5);
        assertThat(open.getCause().getOrdinal()).isZero();
        assertThat(open.getIncidentId()).isNotEqualTo(restricted.getIncidentId());
        assertThat(open.getRevision()).isEqualTo(4);
    }

    @Test
    void aLedgerThatIsNotWholeOrNeedsAnotherCoreIsRefused() {
        fold();
        assertThatThrownBy(() -> fold.apply(ledger.entries().get(0))).isInstanceOf(LedgerNotFoldable.class);
        Assessment fresh = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        assertThatThrownBy(() -> fresh.apply(new LedgerWriter(START).tick().last()))
                .hasMessageContaining("genesis");
        ledger.command(new SetCatalogue("0".repeat(64)));
        assertThatThrownBy(() -> fold.apply(ledger.last())).hasMessageContaining("catalogue");
        assertThat(fold.lastSeq()).isEqualTo(ledger.last().getSeq() - 1);
        LedgerWriter other = LedgerWriter.begun(START).command(new ActivateCore(2));
        Assessment another = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        assertThatThrownBy(() -> other.entries().forEach(another::apply)).hasMessageContaining("needs core 2");
    }

    @Test
    void anExerciseSaysSo() {
        LedgerWriter drill = new LedgerWriter(START).genesis(LaneKind.EXERCISE);
        drill.command(new SetParameters(DefaultParameters.step1()));
        DefaultRules.all().forEach(rule -> drill.command(new SetRule(rule)));
        drill.report(LedgerWriter.attack("old", "ML-5", START.minus(Duration.ofDays(400)))
                .build());
        for (int i = 0; i < 12; i++) {
            drill.report(attack("Mopti " + i, "ML-5").build());
        }
        Assessment exercise = Assessment.start(Catalogue.shipped(), LedgerWriter.THEATRE);
        drill.entries().forEach(entry -> said.addAll(exercise.apply(entry)));
        assertThat(last(AlertEvent.class).getExercise()).isTrue();
    }

    @Test
    void storedPartsAreFewPerReport() {
        matureMali();
        fold();
        fold.drainChanges((key, bytes) -> {});
        ledger.report(attack("one", "ML-5").build());
        fold();
        Map<String, byte[]> parts = new HashMap<>();
        fold.drainChanges(parts::put);
        assertThat(parts.keySet().stream().filter(key -> key.startsWith("report/")))
                .hasSize(1);
        assertThat(parts.keySet().stream().filter(key -> !key.startsWith("score/")))
                .hasSize(2);
        fold.drainChanges((key, bytes) -> assertThat(key).isNull());
    }

    // what the tests speak of

    private static LedgerReport.Builder attack(String name, String region) {
        return LedgerWriter.attack(name, region, START.minus(Duration.ofHours(3)));
    }

    /** A log of Mali of more than a year. */
    private void matureMali() {
        ledger.report(LedgerWriter.attack("old", "ML-5", START.minus(Duration.ofDays(400)))
                .build());
    }

    private void twelve(String importId) {
        for (int i = 0; i < 12; i++) {
            ledger.report(attack("Mopti " + i, "ML-5").setImportId(importId).build());
        }
    }

    private void fold() {
        while (folded < ledger.entries().size()) {
            said.addAll(fold.apply(ledger.entries().get(folded++)));
        }
    }

    private <T> List<T> of(Class<T> type, Audience audience) {
        return said.stream()
                .filter(output -> output.audience() == audience)
                .map(Output::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private <T> T last(Class<T> type) {
        List<T> all = of(type, Audience.OPEN);
        return all.get(all.size() - 1);
    }

    private RegionScore score(String region) {
        List<RegionScore> all = of(RegionScore.class, Audience.OPEN).stream()
                .filter(score -> score.getRegion().equals(region))
                .toList();
        return all.get(all.size() - 1);
    }

    private int mopti() {
        return fold.view(Audience.OPEN).state().ground.regionOf("ML-5");
    }

    private long counts(Audience audience, String region) {
        ViewState state = fold.view(audience).state();
        return state.region(state.ground.regionOf(region)).counts().total();
    }
}
