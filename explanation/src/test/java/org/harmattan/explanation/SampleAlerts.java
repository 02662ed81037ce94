package org.harmattan.explanation;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
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

/** One alert in Mopti through its life. */
final class SampleAlerts {

    private SampleAlerts() {}

    static AlertEvent.Builder escalated() {
        return AlertEvent.newBuilder()
                .setAlertId("0f2c5a1e-7a52-5d6b-9a51-0b4a6f0e3c11")
                .setName("ML-5/escalation/2026-11-24")
                .setVersion(2)
                .setChange(AlertChange.ESCALATED)
                .setReason(AlertReason.HIGHER_THRESHOLD_CROSSED)
                .setState(AlertState.OPEN)
                .setTheatre("west-central-africa")
                .setRegion("ML-5")
                .setCountry("ML")
                .setAudience(Audience.OPEN)
                .setTlp(Tlp.GREEN)
                .setRuleId("escalation")
                .setMetric(Metric.ESCALATION)
                .setLevel(Level.WATCH)
                .setPreviousLevel(Level.ADVISORY)
                .setUncappedLevel(Level.WARNING)
                .setValue(523)
                .setThreshold(300)
                .setClearBelow(210)
                .setClearHoldSeconds(72 * 3600)
                .setSources(1)
                .setFigures(figures())
                .setReasons(List.of(
                        new Reason(ReasonKind.OWN_PAST, "30", 4120),
                        new Reason(ReasonKind.OWN_PAST, "7", 3060),
                        new Reason(ReasonKind.OWN_PAST, "90", 1904),
                        new Reason(ReasonKind.NEIGHBOUR, "BF-12", 512),
                        new Reason(ReasonKind.NEIGHBOUR, "ML-6", 301),
                        new Reason(ReasonKind.COUNTRY, "ML", 60),
                        new Reason(ReasonKind.BASE, "", 43)))
                .setEvidence(
                        IntStream.range(0, 12).mapToObj(i -> "incident-" + i).toList())
                .setEvidenceWeightMicro(9_180_000)
                .setRaisedAt(Instant.parse("2026-11-24T05:12:09Z"))
                .setAt(Instant.parse("2026-11-24T06:00:30Z"))
                .setCause(new Cause(812L, 3));
    }

    static AlertEvent.Builder raised() {
        return escalated()
                .setVersion(1)
                .setChange(AlertChange.RAISED)
                .setReason(AlertReason.THRESHOLD_CROSSED)
                .setLevel(Level.ADVISORY)
                .setPreviousLevel(Level.NONE)
                .setUncappedLevel(Level.ADVISORY)
                .setValue(214)
                .setThreshold(200)
                .setClearBelow(140)
                .setAt(Instant.parse("2026-11-24T05:12:09Z"));
    }

    static AlertEvent.Builder deEscalated() {
        return escalated()
                .setVersion(3)
                .setChange(AlertChange.DE_ESCALATED)
                .setReason(AlertReason.BELOW_FOR_HOLD_TIME)
                .setLevel(Level.ADVISORY)
                .setPreviousLevel(Level.WATCH)
                .setUncappedLevel(Level.ADVISORY)
                .setValue(187)
                .setThreshold(200)
                .setClearBelow(140)
                .setSources(2)
                .setFigures(Figures.newBuilder(figures())
                        .setLast30DaysMilli(2_400)
                        .setLast7DaysMilli(0)
                        .build())
                .setAt(Instant.parse("2026-12-01T06:00:00Z"));
    }

    static AlertEvent.Builder corrected() {
        return escalated()
                .setVersion(3)
                .setChange(AlertChange.CORRECTED)
                .setReason(AlertReason.EVIDENCE_CORRECTED)
                .setPreviousLevel(Level.WATCH)
                .setCorrected(List.of("incident-1", "incident-4"))
                .setAt(Instant.parse("2026-11-25T09:41:00Z"));
    }

    static AlertEvent.Builder withdrawn() {
        return ended().setChange(AlertChange.WITHDRAWN)
                .setReason(AlertReason.EVIDENCE_WITHDRAWN)
                .setValue(12)
                .setSources(0)
                .setEvidence(List.of())
                .setAt(Instant.parse("2026-11-25T10:00:00Z"));
    }

    static AlertEvent.Builder cleared() {
        return ended().setChange(AlertChange.CLEARED).setAt(Instant.parse("2026-12-21T06:00:00Z"));
    }

    private static AlertEvent.Builder ended() {
        return escalated()
                .setVersion(4)
                .setState(AlertState.ENDED)
                .setReason(AlertReason.BELOW_FOR_HOLD_TIME)
                .setLevel(Level.NONE)
                .setPreviousLevel(Level.WATCH)
                .setUncappedLevel(Level.NONE)
                .setValue(86)
                .setSources(1);
    }

    static Figures figures() {
        return Figures.newBuilder()
                .setEscalationTenths(523)
                .setSpillOver(1_249)
                .setAttackProbability(9_730)
                .setExpectedMilli(4_249)
                .setExpectedLow(1)
                .setExpectedHigh(8)
                .setLast7DaysMilli(5_355)
                .setLast30DaysMilli(9_180)
                .setPastYearMilli(750)
                .setMarkedlyWorseMilli(3_000)
                .build();
    }
}
