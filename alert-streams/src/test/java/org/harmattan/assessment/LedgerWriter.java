package org.harmattan.assessment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harmattan.alert.DefaultRules;
import org.harmattan.forecast.DefaultParameters;
import org.harmattan.geography.Catalogue;
import org.harmattan.incident.Seen;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.Role;
import org.harmattan.schemas.command.SetParameters;
import org.harmattan.schemas.command.SetRule;
import org.harmattan.schemas.ledger.CodedAttack;
import org.harmattan.schemas.ledger.CodedLocation;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LaneKind;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.ledger.Tick;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.PlacePrecision;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.report.SubEventType;
import org.harmattan.schemas.report.Target;
import org.harmattan.schemas.report.TimePrecision;

/** Writes ledgers as the sequencer would: numbers without gaps, time that never goes back, who sees which entry. */
final class LedgerWriter {

    static final String THEATRE = "west-central-africa";

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Set<String> seenByOpen = new HashSet<>();
    private Instant at;
    private long openSeq;
    private long ticks;

    LedgerWriter(Instant start) {
        at = start;
    }

    /** Begins with genesis, the default parameters and the default rules. */
    static LedgerWriter begun(Instant start) {
        LedgerWriter writer = new LedgerWriter(start).genesis(LaneKind.LIVE);
        writer.command(new SetParameters(DefaultParameters.step1()));
        DefaultRules.all().forEach(rule -> writer.command(new SetRule(rule)));
        return writer;
    }

    LedgerWriter genesis(LaneKind kind) {
        return add(
                true, new Genesis(Assessment.CORE_VERSION, Catalogue.shipped().digest(), kind, "harmattan.", at, 1.0));
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    LedgerEntry last() {
        return entries.get(entries.size() - 1);
    }

    Instant at() {
        return at;
    }

    LedgerWriter after(Duration duration) {
        at = at.plus(duration);
        return this;
    }

    LedgerWriter tick() {
        return add(true, new Tick(ticks++));
    }

    LedgerWriter command(Object body) {
        return command(body, Audience.RESTRICTED, true);
    }

    LedgerWriter command(Object body, Audience audience, boolean visibleToOpen) {
        String id = id("command " + entries.size());
        return add(visibleToOpen, new Command(id, at, Role.ADMINISTRATOR, audience, List.of(), body));
    }

    LedgerWriter report(LedgerReport report) {
        boolean reachesOpen = report.getAction() == ReportAction.REPORT && Seen.reaches(report.getTlp(), Audience.OPEN);
        boolean visible = reachesOpen || seenByOpen.contains(report.getReportId());
        if (reachesOpen) {
            seenByOpen.add(report.getReportId());
        } else {
            seenByOpen.remove(report.getReportId());
        }
        return add(visible, report);
    }

    LedgerWriter retract(LedgerReport report) {
        return report(retraction(report, report.getRevision() + 1));
    }

    LedgerWriter add(boolean visibleToOpen, Object body) {
        entries.add(new LedgerEntry(
                (long) entries.size() + 1,
                at,
                visibleToOpen ? Audience.OPEN : Audience.RESTRICTED,
                visibleToOpen ? ++openSeq : null,
                body));
        return this;
    }

    static LedgerReport retraction(LedgerReport report, long revision) {
        return LedgerReport.newBuilder()
                .setReportId(report.getReportId())
                .setKind(report.getKind())
                .setRevision(revision)
                .setAction(ReportAction.RETRACT)
                .setSource(report.getSource())
                .setOrigin(report.getOrigin())
                .setReliability(report.getReliability())
                .setCredibility(0)
                .setTlp(Tlp.GREEN)
                .setPrecision(TimePrecision.UNKNOWN)
                .setReceivedAt(report.getReceivedAt())
                .setCountry("")
                .setContentDigest(id("retraction " + report.getReportId() + revision))
                .build();
    }

    /** An attack of one day in a region, graded B/2 and GREEN, to be changed as the test needs. */
    static LedgerReport.Builder attack(String name, String region, Instant occurredAt) {
        return LedgerReport.newBuilder()
                .setReportId(id(name))
                .setKind(ReportKind.ATTACK)
                .setRevision(1)
                .setAction(ReportAction.REPORT)
                .setSource("local")
                .setOrigin("local")
                .setReliability(Reliability.B)
                .setCredibility(2)
                .setTlp(Tlp.GREEN)
                .setOccurredAt(occurredAt)
                .setOccurredUntil(occurredAt.plus(Duration.ofHours(1)))
                .setPrecision(TimePrecision.HOUR)
                .setReceivedAt(occurredAt)
                .setLocation(new CodedLocation(14.35, -3.6, PlacePrecision.EXACT))
                .setRegions(List.of(region))
                .setCountry(region.substring(0, 2))
                .setContentDigest(id("content " + name))
                .setDetail(battle());
    }

    static CodedAttack battle() {
        return new CodedAttack(
                EventType.BATTLES, SubEventType.ARMED_CLASH, List.of("JNIM"), Target.SECURITY_FORCES, null, null, null);
    }

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
