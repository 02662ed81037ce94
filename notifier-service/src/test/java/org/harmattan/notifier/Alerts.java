package org.harmattan.notifier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.ReasonKind;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Metric;

/** One alert of one region, through its life. */
final class Alerts {

    private final String alertId = UUID.randomUUID().toString();
    private final String region;
    private final Audience audience;
    private final Clock clock;
    private final Instant raisedAt;
    private String rule = "escalation";
    private int version;
    private Level level = Level.NONE;

    Alerts(String region, Audience audience, Clock clock) {
        this.region = region;
        this.audience = audience;
        this.clock = clock;
        this.raisedAt = clock.instant();
    }

    String id() {
        return alertId;
    }

    int version() {
        return version;
    }

    Alerts ofRule(String ruleId) {
        rule = ruleId;
        return this;
    }

    AlertEvent raised(Level at) {
        return next(AlertChange.RAISED, AlertReason.THRESHOLD_CROSSED, at).build();
    }

    AlertEvent escalated(Level to) {
        return next(AlertChange.ESCALATED, AlertReason.HIGHER_THRESHOLD_CROSSED, to)
                .build();
    }

    AlertEvent deEscalated(Level to) {
        return next(AlertChange.DE_ESCALATED, AlertReason.BELOW_FOR_HOLD_TIME, to)
                .build();
    }

    AlertEvent corrected() {
        return next(AlertChange.CORRECTED, AlertReason.EVIDENCE_CORRECTED, level)
                .setCorrected(List.of("incident-1"))
                .build();
    }

    AlertEvent acknowledged() {
        return next(AlertChange.ACKNOWLEDGED, AlertReason.BY_COMMAND, level).build();
    }

    AlertEvent withdrawn() {
        return next(AlertChange.WITHDRAWN, AlertReason.EVIDENCE_WITHDRAWN, Level.NONE)
                .setState(AlertState.ENDED)
                .build();
    }

    AlertEvent cleared() {
        return next(AlertChange.CLEARED, AlertReason.BELOW_FOR_HOLD_TIME, Level.NONE)
                .setState(AlertState.ENDED)
                .build();
    }

    AlertEvent.Builder next(AlertChange change, AlertReason reason, Level to) {
        version++;
        Level before = level;
        level = to;
        return AlertEvent.newBuilder()
                .setAlertId(alertId)
                .setName(region + "/escalation/2026-11-24")
                .setVersion(version)
                .setChange(change)
                .setReason(reason)
                .setState(AlertState.OPEN)
                .setTheatre("west-central-africa")
                .setRegion(region)
                .setCountry(region.substring(0, 2))
                .setAudience(audience)
                .setTlp(audience == Audience.RESTRICTED ? Tlp.AMBER : Tlp.GREEN)
                .setRuleId(rule)
                .setMetric(Metric.ESCALATION)
                .setLevel(to)
                .setPreviousLevel(before)
                .setUncappedLevel(to)
                .setValue(214)
                .setThreshold(200)
                .setClearBelow(140)
                .setClearHoldSeconds(72 * 3600)
                .setSources(1)
                .setFigures(figures())
                .setReasons(List.of(
                        new Reason(ReasonKind.OWN_PAST, "30", 9_000), new Reason(ReasonKind.NEIGHBOUR, "BF-12", 1_000)))
                .setEvidence(List.of("incident-1", "incident-2"))
                .setEvidenceWeightMicro(1_530_000)
                .setRaisedAt(raisedAt)
                .setAt(clock.instant())
                .setCause(new Cause(812L, 3));
    }

    private static Figures figures() {
        return Figures.newBuilder()
                .setEscalationTenths(214)
                .setSpillOver(1_249)
                .setAttackProbability(9_730)
                .setExpectedMilli(4_249)
                .setExpectedLow(1)
                .setExpectedHigh(8)
                .setLast7DaysMilli(1_355)
                .setLast30DaysMilli(1_530)
                .setPastYearMilli(750)
                .setMarkedlyWorseMilli(3_000)
                .build();
    }
}
