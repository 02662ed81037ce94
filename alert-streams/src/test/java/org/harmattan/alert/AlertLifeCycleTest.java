package org.harmattan.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.alert.Decision.Stillness;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Rule;
import org.junit.jupiter.api.Test;

class AlertLifeCycleTest {

    private static final long HOUR = 3_600_000L;

    private final Rule rule = DefaultRules.all().get(0);
    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<String, Evidence> standing = new HashMap<>();
    private Watch watch = Watch.IDLE;
    private long at = 1_000_000_000_000L;
    private Coverage coverage = Coverage.COVERED;
    private boolean heldByImport;
    private int sources = 1;

    AlertLifeCycleTest() {
        for (int i = 0; i < 10; i++) {
            name(new Evidence("incident " + i, "ML-5", 765_000, 20_000, 20_000, null));
        }
    }

    @Test
    void belowTheThresholdNothingIsRaised() {
        assertThat(unchanged(decide(199))).isEqualTo(Stillness.NOT_CROSSED);
        assertThat(watch.isIdle()).isTrue();
    }

    @Test
    void atTheThresholdItIsRaisedOnce() {
        Decision.Told raised = told(decide(200));
        assertThat(raised.change()).isEqualTo(AlertChange.RAISED);
        assertThat(raised.reason()).isEqualTo(AlertReason.THRESHOLD_CROSSED);
        assertThat(raised.level()).isEqualTo(Level.ADVISORY);
        assertThat(unchanged(decide(200))).isEqualTo(Stillness.LEVEL_STANDS);
        assertThat(unchanged(decide(150))).isEqualTo(Stillness.LEVEL_STANDS);
        assertThat(unchanged(decide(200))).isEqualTo(Stillness.LEVEL_STANDS);
    }

    @Test
    void tooFewSourcesCapTheLevelAndNeverSuppressTheAlert() {
        assertThat(told(decide(900)).level()).isEqualTo(Level.WATCH);
        sources = 2;
        Decision.Told escalated = told(decide(900));
        assertThat(escalated.level()).isEqualTo(Level.EMERGENCY);
        assertThat(escalated.previousLevel()).isEqualTo(Level.WATCH);
        assertThat(escalated.reason()).isEqualTo(AlertReason.HIGHER_THRESHOLD_CROSSED);
    }

    @Test
    void noSourceAtAllStillRaisesTheLowestLevel() {
        sources = 0;
        assertThat(told(decide(900)).level()).isEqualTo(Level.ADVISORY);
    }

    @Test
    void aYoungLogAnImportUnderWayAndThePastRaiseNothing() {
        coverage = Coverage.WARMING_UP;
        assertThat(unchanged(decide(300))).isEqualTo(Stillness.WARMING_UP);
        coverage = Coverage.COVERED;
        heldByImport = true;
        assertThat(unchanged(decide(300))).isEqualTo(Stillness.HELD_BY_IMPORT);
        heldByImport = false;
        evidence.clear();
        assertThat(unchanged(decide(300))).isEqualTo(Stillness.NO_FRESH_EVIDENCE);
    }

    @Test
    void anImportUnderWayHoldsEscalatingToo() {
        decide(200);
        heldByImport = true;
        assertThat(unchanged(decide(300))).isEqualTo(Stillness.LEVEL_STANDS);
        heldByImport = false;
        assertThat(told(decide(300)).change()).isEqualTo(AlertChange.ESCALATED);
    }

    @Test
    void itClearsAfterTheValueHasBeenBelowForTheWholeHold() {
        decide(200);
        assertThat(unchanged(decide(139))).isEqualTo(Stillness.HELD_BEFORE_CLEARING);
        assertThat(watch.nextDue(rule, at)).isEqualTo(at + 72 * HOUR);
        at += 71 * HOUR;
        assertThat(unchanged(decide(10))).isEqualTo(Stillness.HELD_BEFORE_CLEARING);
        at += HOUR;
        Decision.Told cleared = told(decide(10));
        assertThat(cleared.change()).isEqualTo(AlertChange.CLEARED);
        assertThat(cleared.reason()).isEqualTo(AlertReason.BELOW_FOR_HOLD_TIME);
        assertThat(cleared.level()).isEqualTo(Level.NONE);
        assertThat(watch.isIdle()).isTrue();
    }

    @Test
    void aMomentAboveStartsTheHoldAnew() {
        decide(200);
        decide(139);
        at += 71 * HOUR;
        decide(140);
        at += HOUR;
        assertThat(unchanged(decide(139))).isEqualTo(Stillness.HELD_BEFORE_CLEARING);
        at += 71 * HOUR;
        assertThat(unchanged(decide(139))).isEqualTo(Stillness.HELD_BEFORE_CLEARING);
    }

    @Test
    void itGoesDownToTheLevelThatTheValueStillHolds() {
        decide(300);
        decide(209);
        at += 72 * HOUR;
        Decision.Told down = told(decide(150));
        assertThat(down.change()).isEqualTo(AlertChange.DE_ESCALATED);
        assertThat(down.level()).isEqualTo(Level.ADVISORY);
        decide(139);
        at += 72 * HOUR;
        assertThat(told(decide(139)).change()).isEqualTo(AlertChange.CLEARED);
    }

    @Test
    void aCorrectedIncidentThatWasNamedIsToldOnce() {
        decide(300);
        remove("incident 3");
        Decision.Told corrected = told(decide(300));
        assertThat(corrected.change()).isEqualTo(AlertChange.CORRECTED);
        assertThat(corrected.corrected()).containsExactly("incident 3");
        assertThat(corrected.level()).isEqualTo(Level.WATCH);
        assertThat(unchanged(decide(300))).isEqualTo(Stillness.LEVEL_STANDS);
    }

    @Test
    void aRevisedIncidentIsToldWithItsNewWeightRemembered() {
        decide(300);
        name(new Evidence("incident 3", "ML-5", 100_000, 20_000, 20_000, null));
        assertThat(told(decide(300)).corrected()).containsExactly("incident 3");
        assertThat(unchanged(decide(300))).isEqualTo(Stillness.LEVEL_STANDS);
    }

    @Test
    void newEvidenceAtTheSameLevelIsNoEvent() {
        decide(300);
        name(new Evidence("another", "ML-5", 765_000, 20_001, 20_001, null));
        assertThat(unchanged(decide(310))).isEqualTo(Stillness.LEVEL_STANDS);
    }

    @Test
    void itIsWithdrawnAtOnceWhenHalfOfItsEvidenceIsGoneAndTheValueIsLow() {
        decide(300);
        for (int i = 0; i < 5; i++) {
            remove("incident " + i);
        }
        Decision.Told withdrawn = told(decide(139));
        assertThat(withdrawn.change()).isEqualTo(AlertChange.WITHDRAWN);
        assertThat(withdrawn.corrected()).hasSize(5);
        assertThat(watch.isIdle()).isTrue();
    }

    @Test
    void halfOfTheEvidenceGoneIsNoWithdrawalWhileTheValueStands() {
        decide(300);
        for (int i = 0; i < 5; i++) {
            remove("incident " + i);
        }
        assertThat(told(decide(140)).change()).isEqualTo(AlertChange.CORRECTED);
        Decision.Told withdrawn = told(decide(139));
        assertThat(withdrawn.change()).isEqualTo(AlertChange.WITHDRAWN);
        assertThat(withdrawn.reason()).isEqualTo(AlertReason.EVIDENCE_WITHDRAWN);
        assertThat(withdrawn.level()).isEqualTo(Level.NONE);
        assertThat(withdrawn.previousLevel()).isEqualTo(Level.WATCH);
    }

    @Test
    void anIncidentThatMovedAwayOrLostWeightIsEvidenceGone() {
        decide(300);
        for (int i = 0; i < 3; i++) {
            standing.put("incident " + i, new Evidence("incident " + i, "ML-4", 765_000, 20_000, 20_000, null));
        }
        for (int i = 3; i < 7; i++) {
            standing.put("incident " + i, new Evidence("incident " + i, "ML-5", 382_500, 20_000, 20_000, null));
        }
        assertThat(told(decide(100)).change()).isEqualTo(AlertChange.WITHDRAWN);
    }

    @Test
    void lessThanHalfGoneWaitsForTheHold() {
        decide(300);
        for (int i = 0; i < 4; i++) {
            remove("incident " + i);
        }
        assertThat(told(decide(100)).change()).isEqualTo(AlertChange.CORRECTED);
        assertThat(unchanged(decide(100))).isEqualTo(Stillness.HELD_BEFORE_CLEARING);
    }

    @Test
    void aRaiseHoldWaitsUntilTheThresholdHasBeenCrossedLongEnough() {
        Rule patient = Rule.newBuilder(rule).setRaiseHoldSeconds(3_600).build();
        assertThat(unchanged(decide(patient, 250))).isEqualTo(Stillness.HELD_BEFORE_RAISING);
        assertThat(watch.nextDue(patient, at)).isEqualTo(at + HOUR);
        at += HOUR / 2;
        assertThat(unchanged(decide(patient, 310))).isEqualTo(Stillness.HELD_BEFORE_RAISING);
        at += HOUR / 2;
        assertThat(told(decide(patient, 310)).level()).isEqualTo(Level.ADVISORY);
        at += HOUR / 2;
        assertThat(told(decide(patient, 310)).level()).isEqualTo(Level.WATCH);
    }

    @Test
    void aRuleThatIsGoneClearsWithoutAHold() {
        decide(300);
        Decision.Cleared cleared = AlertLifeCycle.ruleRemoved(watch.open().orElseThrow());
        assertThat(cleared.reason()).isEqualTo(AlertReason.RULE_REMOVED);
        assertThat(cleared.previousLevel()).isEqualTo(Level.WATCH);
        assertThat(cleared.next().isIdle()).isTrue();
    }

    private void name(Evidence incident) {
        evidence.removeIf(one -> one.incidentId().equals(incident.incidentId()));
        evidence.add(incident);
        standing.put(incident.incidentId(), incident);
    }

    private void remove(String incidentId) {
        standing.remove(incidentId);
        evidence.removeIf(one -> one.incidentId().equals(incidentId));
    }

    private Decision decide(int value) {
        return decide(rule, value);
    }

    private Decision decide(Rule inForce, int value) {
        RegionFacts facts = new RegionFacts(
                at,
                coverage,
                value,
                heldByImport,
                !evidence.isEmpty(),
                sources,
                List.copyOf(evidence),
                Map.copyOf(standing));
        Decision decision = AlertLifeCycle.decide(inForce, facts, watch);
        watch = decision.next();
        return decision;
    }

    private static Decision.Told told(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Told.class);
        return (Decision.Told) decision;
    }

    private static Stillness unchanged(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Unchanged.class);
        return ((Decision.Unchanged) decision).why();
    }
}
