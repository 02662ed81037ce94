package org.harmattan.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.Role;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.report.ActorKind;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.EventType;
import org.harmattan.schemas.report.Fatalities;
import org.harmattan.schemas.report.Location;
import org.harmattan.schemas.report.MovementKind;
import org.harmattan.schemas.report.MovementReport;
import org.harmattan.schemas.report.PlacePrecision;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportStatus;
import org.harmattan.schemas.report.SubEventType;
import org.harmattan.schemas.report.Target;
import org.harmattan.schemas.report.TimePrecision;

/** Reports and commands as a test needs them: valid, about Mopti, at TLP:GREEN, unless told otherwise. */
public final class SampleReports {

    /** A moment at which the samples happened and were received. */
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private SampleReports() {}

    /** The same id for the same name, in every run. */
    public static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** An envelope to be changed and put into a report. */
    public static ReportEnvelope.Builder envelope(String name) {
        return ReportEnvelope.newBuilder()
                .setReportId(id(name))
                .setRevision(1)
                .setStatus(ReportStatus.ACTUAL)
                .setAction(ReportAction.REPORT)
                .setSource("local")
                .setReliability(Reliability.B)
                .setOrigin("local")
                .setCredibility(2)
                .setTlp(Tlp.GREEN)
                .setOccurredAt(NOON.minus(Duration.ofHours(3)))
                .setOccurredUntil(NOON.minus(Duration.ofHours(2)))
                .setPrecision(TimePrecision.HOUR)
                .setReceivedAt(NOON)
                .setLocation(location("ML-5"))
                .setText("words that only the report holds");
    }

    /** Somewhere in a region. */
    public static Location location(String region) {
        return Location.newBuilder()
                .setLatitude(14.35)
                .setLongitude(-3.6)
                .setPrecision(PlacePrecision.EXACT)
                .setPlace("a village that nobody may read of")
                .setRegion(region)
                .setCountry(region.substring(0, 2))
                .build();
    }

    /** An attack with this envelope. */
    public static AttackReport attack(ReportEnvelope.Builder envelope) {
        return AttackReport.newBuilder()
                .setEnvelope(envelope.build())
                .setEventType(EventType.BATTLES)
                .setSubEventType(SubEventType.ARMED_CLASH)
                .setActors(List.of("JNIM"))
                .setTarget(Target.MILITARY_INSTALLATION)
                .setFatalities(new Fatalities(4, 2, 9))
                .build();
    }

    /** An attack in Mopti. */
    public static AttackReport attack(String name) {
        return attack(envelope(name));
    }

    /** A movement with this envelope. */
    public static MovementReport movement(ReportEnvelope.Builder envelope) {
        return MovementReport.newBuilder()
                .setEnvelope(envelope.build())
                .setMovement(MovementKind.ARMED_MOVEMENT)
                .setActorKind(ActorKind.ARMED_GROUP)
                .build();
    }

    /** The same report, taken back at a revision. */
    public static SpecificRecord retracted(SpecificRecord report, long revision) {
        return Reports.withEnvelope(
                report,
                ReportEnvelope.newBuilder(Reports.envelopeOf(report))
                        .setRevision(revision)
                        .setAction(ReportAction.RETRACT)
                        .setCredibility(0)
                        .setOccurredAt(null)
                        .setOccurredUntil(null)
                        .setPrecision(TimePrecision.UNKNOWN)
                        .setLocation(null)
                        .setText(null)
                        .build());
    }

    /** A command of the administrator. */
    public static Command command(String name, Object body) {
        return Command.newBuilder()
                .setCommandId(id(name))
                .setIssuedAt(NOON)
                .setRole(Role.ADMINISTRATOR)
                .setAudience(Audience.RESTRICTED)
                .setTheatres(List.of())
                .setBody(body)
                .build();
    }
}
