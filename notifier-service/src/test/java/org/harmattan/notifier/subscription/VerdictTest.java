package org.harmattan.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.explanation.Language;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.delivery.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest(name = "{0} at {1} to a subscription from WATCH, told before: {2}")
    @CsvSource({
        "RAISED, ADVISORY, false, BELOW_MINIMUM",
        "RAISED, WATCH, false, REACHED_LEVEL",
        "RAISED, EMERGENCY, false, REACHED_LEVEL",
        "ESCALATED, WATCH, false, REACHED_LEVEL",
        "ESCALATED, ADVISORY, true, FOLLOWS_UP",
        "DE_ESCALATED, ADVISORY, true, FOLLOWS_UP",
        "DE_ESCALATED, WATCH, false, NEVER_TOLD",
        "CORRECTED, WATCH, true, FOLLOWS_UP",
        "CORRECTED, WATCH, false, NEVER_TOLD",
        "WITHDRAWN, NONE, true, FOLLOWS_UP",
        "WITHDRAWN, NONE, false, NEVER_TOLD",
        "CLEARED, NONE, true, FOLLOWS_UP",
        "CLEARED, NONE, false, NEVER_TOLD",
        "ACKNOWLEDGED, WATCH, true, NOT_FOR_MESSAGES",
        "ASSIGNED, WATCH, true, NOT_FOR_MESSAGES",
        "COMMENTED, WATCH, true, NOT_FOR_MESSAGES",
        "SILENCED, WATCH, true, NOT_FOR_MESSAGES",
    })
    void whoIsTold(AlertChange change, Level level, boolean toldBefore, Verdict verdict) {
        assertThat(Verdict.of(from(Level.WATCH, "ML"), event(change, level).build(), toldBefore, false))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} at {1} to a subscription from WATCH whose first message waits")
    @CsvSource({
        "CORRECTED, WATCH, REACHED_LEVEL",
        "CORRECTED, ADVISORY, BELOW_MINIMUM",
        "DE_ESCALATED, WATCH, REACHED_LEVEL",
        "DE_ESCALATED, ADVISORY, BELOW_MINIMUM",
        "CLEARED, NONE, NEVER_TOLD",
        "WITHDRAWN, NONE, NEVER_TOLD",
    })
    void whatChangesAWaitingMessageIsToldInItsPlace(AlertChange change, Level level, Verdict verdict) {
        assertThat(Verdict.of(from(Level.WATCH, "ML"), event(change, level).build(), false, true))
                .isEqualTo(verdict);
    }

    @Test
    void elsewhereIsOutOfScope() {
        assertThat(Verdict.of(
                        from(Level.WATCH, "BF-12", "NE"),
                        event(AlertChange.RAISED, Level.WATCH).build(),
                        false,
                        false))
                .isEqualTo(Verdict.OUT_OF_SCOPE);
    }

    @Test
    void whoWasToldHearsTheEndEvenWhenTheScopeHasChanged() {
        assertThat(Verdict.of(
                        from(Level.WATCH, "NE"),
                        event(AlertChange.CLEARED, Level.NONE).build(),
                        true,
                        false))
                .isEqualTo(Verdict.FOLLOWS_UP);
    }

    @Test
    void anEmptyScopeIsEverywhere() {
        assertThat(Verdict.of(
                        from(Level.WATCH),
                        event(AlertChange.RAISED, Level.WATCH).build(),
                        false,
                        false))
                .isEqualTo(Verdict.REACHED_LEVEL);
    }

    @Test
    void aDrillIsForThoseWhoAskedForIt() {
        AlertEvent drill =
                event(AlertChange.RAISED, Level.EMERGENCY).setExercise(true).build();
        assertThat(Verdict.of(from(Level.ADVISORY), drill, false, false)).isEqualTo(Verdict.EXERCISE_NOT_WANTED);
    }

    @Test
    void aReleasedAlertIsToldAsIfItHadJustBeenRaised() {
        AlertEvent lower = event(AlertChange.DE_ESCALATED, Level.WATCH).build();
        assertThat(Verdict.ofReleased(from(Level.WATCH), lower, false)).isEqualTo(Verdict.RELEASED);
        assertThat(Verdict.ofReleased(from(Level.WARNING), lower, false)).isEqualTo(Verdict.BELOW_MINIMUM);
        assertThat(Verdict.ofReleased(from(Level.WARNING), lower, true)).isEqualTo(Verdict.FOLLOWS_UP);
    }

    private static Subscription from(Level minimum, String... scope) {
        return new Subscription(
                UUID.randomUUID(),
                Channel.EMAIL,
                "a@b.example",
                Audience.OPEN,
                Status.ACTIVE,
                Language.FR,
                minimum,
                new Scope(List.of(scope)),
                Optional.empty(),
                "token",
                Instant.EPOCH);
    }

    private static AlertEvent.Builder event(AlertChange change, Level level) {
        return AlertEvent.newBuilder()
                .setAlertId("alert")
                .setName("ML-5/escalation/2026-11-24")
                .setVersion(1)
                .setChange(change)
                .setReason(AlertReason.THRESHOLD_CROSSED)
                .setState(AlertState.OPEN)
                .setTheatre("west-central-africa")
                .setRegion("ML-5")
                .setCountry("ML")
                .setAudience(Audience.OPEN)
                .setTlp(Tlp.GREEN)
                .setRuleId("escalation")
                .setMetric(Metric.ESCALATION)
                .setLevel(level)
                .setPreviousLevel(Level.NONE)
                .setUncappedLevel(level)
                .setValue(300)
                .setThreshold(300)
                .setClearBelow(210)
                .setClearHoldSeconds(0)
                .setSources(1)
                .setRaisedAt(Instant.EPOCH)
                .setAt(Instant.EPOCH)
                .setCause(new Cause(1L, 0));
    }
}
