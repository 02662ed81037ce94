package org.harmattan.schemas.content;

import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.InterventionReport;
import org.harmattan.schemas.report.MovementReport;
import org.harmattan.schemas.report.ReportEnvelope;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.serde.TrustedClasses;

/** The four record types of reports seen as one. */
public final class Reports {

    static {
        TrustedClasses.install();
    }

    private Reports() {}

    /** The kind of a report. */
    public static ReportKind kindOf(SpecificRecord report) {
        if (report instanceof AttackReport) {
            return ReportKind.ATTACK;
        }
        if (report instanceof MovementReport) {
            return ReportKind.MOVEMENT;
        }
        if (report instanceof ContextReport) {
            return ReportKind.CONTEXT;
        }
        if (report instanceof InterventionReport) {
            return ReportKind.INTERVENTION;
        }
        throw noReport(report);
    }

    /** What a report of any kind carries. */
    public static ReportEnvelope envelopeOf(SpecificRecord report) {
        if (report instanceof AttackReport attack) {
            return attack.getEnvelope();
        }
        if (report instanceof MovementReport movement) {
            return movement.getEnvelope();
        }
        if (report instanceof ContextReport context) {
            return context.getEnvelope();
        }
        if (report instanceof InterventionReport intervention) {
            return intervention.getEnvelope();
        }
        throw noReport(report);
    }

    /** The same report with another envelope. */
    public static SpecificRecord withEnvelope(SpecificRecord report, ReportEnvelope envelope) {
        if (report instanceof AttackReport attack) {
            return AttackReport.newBuilder(attack).setEnvelope(envelope).build();
        }
        if (report instanceof MovementReport movement) {
            return MovementReport.newBuilder(movement).setEnvelope(envelope).build();
        }
        if (report instanceof ContextReport context) {
            return ContextReport.newBuilder(context).setEnvelope(envelope).build();
        }
        if (report instanceof InterventionReport intervention) {
            return InterventionReport.newBuilder(intervention)
                    .setEnvelope(envelope)
                    .build();
        }
        throw noReport(report);
    }

    private static IllegalArgumentException noReport(SpecificRecord record) {
        return new IllegalArgumentException(record.getSchema().getFullName() + " is no report");
    }
}
