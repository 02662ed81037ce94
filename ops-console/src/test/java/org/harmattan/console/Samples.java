package org.harmattan.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.IncidentChange;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.ReasonKind;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.assessment.StateDigest;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.Location;
import org.harmattan.schemas.report.PlacePrecision;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportStatus;
import org.harmattan.schemas.report.SubEventType;
import org.harmattan.schemas.report.Target;
import org.harmattan.schemas.report.TimePrecision;

/** Records as the assessment would write them, with numbers that go together; causes rise by themselves. */
final class Samples {

    static final String THEATRE = "west-central-africa";

    private static final AtomicLong SEQ = new AtomicLong(100);

    private Samples() {}

    static Cause nextCause() {
        return new Cause(SEQ.incrementAndGet(), 0);
    }

    static Tlp tlp(Audience audience) {
        return audience == Audience.OPEN ? Tlp.GREEN : Tlp.AMBER;
    }

    static Figures figures(int escalationTenths) {
        return Figures.newBuilder()
                .setEscalationTenths(escalationTenths)
                .setSpillOver(Math.min(9_900, 150 + escalationTenths * 3))
                .setAttackProbability(Math.min(9_990, 400 + escalationTenths * 14))
                .setExpectedMilli(120 + escalationTenths * 12)
                .setExpectedLow(escalationTenths / 200)
                .setExpectedHigh(2 + escalationTenths / 50)
                .setLast7DaysMilli(escalationTenths * 9)
                .setLast30DaysMilli(escalationTenths * 14)
                .setPastYearMilli(300 + escalationTenths * 2)
                .setMarkedlyWorseMilli(3_000 + escalationTenths)
                .build();
    }

    static RegionScore score(Audience audience, String region, int escalationTenths) {
        return score(audience, region, escalationTenths, Coverage.COVERED, Instant.now());
    }

    static RegionScore score(Audience audience, String region, int escalationTenths, Coverage coverage, Instant asOf) {
        boolean known = coverage != Coverage.NO_COVERAGE;
        return RegionScore.newBuilder()
                .setRegion(region)
                .setCountry(region.substring(0, 2))
                .setTheatre(THEATRE)
                .setAudience(audience)
                .setTlp(tlp(audience))
                .setAsOf(asOf)
                .setCoverage(coverage)
                .setAgeDays(known ? 400 : 0)
                .setFigures(known ? figures(escalationTenths) : null)
                .setReasons(known ? reasons(region) : List.of())
                .setEvidence(List.of())
                .setLastReportAt(known ? asOf.minusSeconds(7_200) : null)
                .setReportsIn7Days(known ? 4 : 0)
                .setShown(List.of())
                .setCause(nextCause())
                .build();
    }

    static List<Reason> reasons(String region) {
        return List.of(
                new Reason(ReasonKind.OWN_PAST, "7", 3_900),
                new Reason(ReasonKind.OWN_PAST, "30", 2_300),
                new Reason(ReasonKind.NEIGHBOUR, region.equals("ML-5") ? "BF-10" : "ML-5", 1_500),
                new Reason(ReasonKind.OWN_PAST, "365", 1_200),
                new Reason(ReasonKind.COUNTRY, region.substring(0, 2), 800),
                new Reason(ReasonKind.BASE, "", 300));
    }

    static AlertEvent raised(Audience audience, String region, Level level, int escalationTenths) {
        int threshold = threshold(level);
        Instant now = Instant.now();
        return AlertEvent.newBuilder()
                .setAlertId(UUID.randomUUID().toString())
                .setName(region + "/escalation/" + LocalDate.ofInstant(now, ZoneOffset.UTC))
                .setVersion(1)
                .setChange(AlertChange.RAISED)
                .setReason(AlertReason.THRESHOLD_CROSSED)
                .setState(AlertState.OPEN)
                .setTheatre(THEATRE)
                .setRegion(region)
                .setCountry(region.substring(0, 2))
                .setAudience(audience)
                .setTlp(tlp(audience))
                .setRuleId("escalation")
                .setMetric(Metric.ESCALATION)
                .setLevel(level)
                .setPreviousLevel(Level.NONE)
                .setUncappedLevel(level)
                .setValue(escalationTenths)
                .setThreshold(threshold)
                .setClearBelow(threshold * 7 / 10)
                .setClearHoldSeconds(259_200)
                .setSources(1)
                .setFigures(figures(escalationTenths))
                .setReasons(reasons(region))
                .setEvidence(List.of(UUID.randomUUID().toString()))
                .setEvidenceWeightMicro(765_000)
                .setRaisedAt(now)
                .setAt(now)
                .setCause(nextCause())
                .build();
    }

    /** The next event in the life of the alert. */
    static AlertEvent next(AlertEvent before, AlertChange change, Level level, int escalationTenths) {
        boolean ended = change == AlertChange.WITHDRAWN || change == AlertChange.CLEARED;
        return AlertEvent.newBuilder(before)
                .setVersion(before.getVersion() + 1)
                .setChange(change)
                .setReason(
                        switch (change) {
                            case ESCALATED -> AlertReason.HIGHER_THRESHOLD_CROSSED;
                            case ACKNOWLEDGED, ASSIGNED, COMMENTED -> AlertReason.BY_COMMAND;
                            case WITHDRAWN -> AlertReason.EVIDENCE_WITHDRAWN;
                            default -> AlertReason.BELOW_FOR_HOLD_TIME;
                        })
                .setState(ended ? AlertState.ENDED : AlertState.OPEN)
                .setPreviousLevel(before.getLevel())
                .setLevel(ended ? Level.NONE : level)
                .setUncappedLevel(ended ? Level.NONE : level)
                .setValue(escalationTenths)
                .setThreshold(threshold(ended ? before.getLevel() : level))
                .setClearBelow(threshold(ended ? before.getLevel() : level) * 7 / 10)
                .setFigures(figures(escalationTenths))
                .setAt(Instant.now())
                .setCause(nextCause())
                .build();
    }

    private static int threshold(Level level) {
        return switch (level) {
            case EMERGENCY -> 550;
            case WARNING -> 400;
            case WATCH -> 300;
            default -> 200;
        };
    }

    static Pulse pulse(Audience audience, Instant at) {
        String none = "0".repeat(64);
        return Pulse.newBuilder()
                .setTheatre(THEATRE)
                .setAudience(audience)
                .setAt(at)
                .setCoreVersion(1)
                .setCause(nextCause())
                .setOutputs(1)
                .setOutputDigest(none)
                .setStateDigest(new StateDigest(none, none, none, none))
                .build();
    }

    static IncidentEvent incident(Audience audience, String region, IncidentChange change, List<String> members) {
        Cause cause = nextCause();
        return IncidentEvent.newBuilder()
                .setIncidentId(UUID.randomUUID().toString())
                .setRevision(cause.getSeq())
                .setChange(change)
                .setTheatre(THEATRE)
                .setRegion(region)
                .setCountry(region.substring(0, 2))
                .setAudience(audience)
                .setTlp(tlp(audience))
                .setMembers(members)
                .setFirstDay(LocalDate.now(ZoneOffset.UTC).minusDays(1))
                .setLastDay(LocalDate.now(ZoneOffset.UTC).minusDays(1))
                .setWeightMicro(765_000)
                .setLatitude(14.35)
                .setLongitude(-3.6)
                .setFatalitiesBest(4)
                .setAt(Instant.now())
                .setCause(cause)
                .build();
    }

    static AttackReport report(String id, long revision, Tlp tlp, String text) {
        Instant now = Instant.now();
        return AttackReport.newBuilder()
                .setEnvelope(ReportEnvelope.newBuilder()
                        .setReportId(id)
                        .setRevision(revision)
                        .setStatus(ReportStatus.ACTUAL)
                        .setAction(ReportAction.REPORT)
                        .setSource("local")
                        .setReliability(Reliability.B)
                        .setOrigin("local")
                        .setCredibility(2)
                        .setTlp(tlp)
                        .setOccurredAt(now.minusSeconds(90_000))
                        .setOccurredUntil(now.minusSeconds(86_400))
                        .setPrecision(TimePrecision.HOUR)
                        .setReceivedAt(now)
                        .setLocation(new Location(14.35, -3.6, PlacePrecision.NEAR, "Bandiagara", "ML-5", "ML"))
                        .setText(text)
                        .build())
                .setEventType(EventType.BATTLES)
                .setSubEventType(SubEventType.ARMED_CLASH)
                .setActors(List.of("JNIM"))
                .setTarget(Target.MILITARY_INSTALLATION)
                .build();
    }

    /** The same report taken back. */
    static AttackReport retraction(AttackReport report) {
        ReportEnvelope before = report.getEnvelope();
        return AttackReport.newBuilder(report)
                .setEnvelope(ReportEnvelope.newBuilder(before)
                        .setRevision(before.getRevision() + 1)
                        .setAction(ReportAction.RETRACT)
                        .setTlp(Tlp.GREEN)
                        .setText(null)
                        .setLocation(null)
                        .build())
                .build();
    }
}
