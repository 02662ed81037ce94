package org.harmattan.ledger;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.content.ContentDigest;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.ledger.CodedAttack;
import org.harmattan.schemas.ledger.CodedContext;
import org.harmattan.schemas.ledger.CodedIntervention;
import org.harmattan.schemas.ledger.CodedLocation;
import org.harmattan.schemas.ledger.CodedMovement;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.InterventionReport;
import org.harmattan.schemas.report.Location;
import org.harmattan.schemas.report.MovementReport;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.TimePrecision;
import org.jspecify.annotations.Nullable;

/** A report as the ledger keeps it: coded fields and the content digest. Its free text stays behind. */
final class CodedReport {

    private CodedReport() {}

    static LedgerReport of(SpecificRecord report) {
        ReportEnvelope envelope = Reports.envelopeOf(report);
        LedgerReport.Builder coded = LedgerReport.newBuilder()
                .setReportId(envelope.getReportId())
                .setKind(Reports.kindOf(report))
                .setRevision(envelope.getRevision())
                .setAction(envelope.getAction())
                .setSource(envelope.getSource())
                .setOrigin(envelope.getOrigin())
                .setReliability(envelope.getReliability())
                .setTlp(Visibility.counted(envelope.getTlp()))
                .setReceivedAt(envelope.getReceivedAt())
                .setImportId(envelope.getImportId())
                .setContentDigest(ContentDigest.of(report));
        if (envelope.getAction() == ReportAction.RETRACT) {
            // what a retraction says beside its id is not kept: nothing may ever hang on it
            return coded.setCredibility(0)
                    .setPrecision(TimePrecision.UNKNOWN)
                    .setRegions(List.of())
                    .setCountry("")
                    .build();
        }
        ReportPlaces places = ReportPlaces.of(report);
        return coded.setCredibility(envelope.getCredibility())
                .setOccurredAt(envelope.getOccurredAt())
                .setOccurredUntil(envelope.getOccurredUntil())
                .setPrecision(envelope.getPrecision())
                .setAvailableAt(envelope.getAvailableAt())
                .setLocation(coded(envelope.getLocation()))
                .setRegions(places.regions())
                .setCountry(places.country())
                .setDetail(detail(report))
                .build();
    }

    private static @Nullable CodedLocation coded(@Nullable Location location) {
        return location == null
                ? null
                : new CodedLocation(location.getLatitude(), location.getLongitude(), location.getPrecision());
    }

    private static Object detail(SpecificRecord report) {
        if (report instanceof AttackReport attack) {
            return new CodedAttack(
                    attack.getEventType(),
                    attack.getSubEventType(),
                    attack.getActors(),
                    attack.getTarget(),
                    attack.getFatalities(),
                    attack.getInjured(),
                    attack.getAbducted());
        }
        if (report instanceof MovementReport movement) {
            return new CodedMovement(
                    movement.getMovement(),
                    movement.getActor(),
                    movement.getActorKind(),
                    movement.getSize(),
                    movement.getOriginRegion(),
                    movement.getDestinationRegion(),
                    movement.getHeadingDegrees());
        }
        if (report instanceof ContextReport context) {
            return new CodedContext(context.getFactor(), context.getDirection());
        }
        if (report instanceof InterventionReport intervention) {
            return new CodedIntervention(
                    intervention.getStrategy(), intervention.getStartsOn(), intervention.getEndsOn());
        }
        throw new IllegalArgumentException(report.getSchema().getFullName() + " is no report");
    }
}
