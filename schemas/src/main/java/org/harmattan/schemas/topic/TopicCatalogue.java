package org.harmattan.schemas.topic;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.delivery.DeliveryOutcome;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ContextReport;
import org.harmattan.schemas.report.InterventionReport;
import org.harmattan.schemas.report.MovementReport;
import org.harmattan.schemas.report.ReportKind;
import org.harmattan.schemas.serde.Compatibility;
import org.harmattan.schemas.serde.TrustedClasses;
import org.harmattan.schemas.source.Source;

/** All topics of one lane. A topic named by a string literal anywhere else is a defect. */
public final class TopicCatalogue {

    static {
        TrustedClasses.install();
    }

    /** Partitions of every topic that is not single: the most theatres that one lane can hold. */
    public static final int PARTITIONS = 4;

    private final Lane lane;

    public TopicCatalogue(Lane lane) {
        this.lane = lane;
    }

    /** The topics of the live lane. */
    public static TopicCatalogue live() {
        return new TopicCatalogue(Lane.live());
    }

    public Lane lane() {
        return lane;
    }

    public Topic<String, AttackReport> attackReports() {
        return report("attack", AttackReport.class, AttackReport.getClassSchema());
    }

    public Topic<String, MovementReport> movementReports() {
        return report("movement", MovementReport.class, MovementReport.getClassSchema());
    }

    public Topic<String, ContextReport> contextReports() {
        return report("context", ContextReport.class, ContextReport.getClassSchema());
    }

    public Topic<String, InterventionReport> interventionReports() {
        return report("intervention", InterventionReport.class, InterventionReport.getClassSchema());
    }

    /** The four topics of reports, keyed by report id. */
    public List<Topic<String, ? extends SpecificRecord>> reports() {
        return List.of(attackReports(), movementReports(), contextReports(), interventionReports());
    }

    /** The topic of reports of one kind. */
    public Topic<String, ? extends SpecificRecord> reports(ReportKind kind) {
        return switch (kind) {
            case ATTACK -> attackReports();
            case MOVEMENT -> movementReports();
            case CONTEXT -> contextReports();
            case INTERVENTION -> interventionReports();
            case UNKNOWN -> throw new IllegalArgumentException("kind: there is no topic for UNKNOWN");
        };
    }

    /** What people and services ask, keyed by what it is about. */
    public Topic<String, Command> commands() {
        return avro(
                "commands",
                Partitioning.BY_KEY,
                Retention.forever(),
                Command.class,
                Command.getClassSchema(),
                Compatibility.BACKWARD_TRANSITIVE);
    }

    /** Everything that wants to happen to a theatre, keyed by theatre. */
    public Topic<String, IntakeEntry> intake() {
        return avro(
                "intake",
                Partitioning.BY_THEATRE,
                Retention.days(7),
                IntakeEntry.class,
                IntakeEntry.getClassSchema(),
                Compatibility.BACKWARD_TRANSITIVE);
    }

    /** The one ordered log of a theatre, keyed by theatre. */
    public Topic<String, LedgerEntry> ledger() {
        return avro(
                "ledger",
                Partitioning.BY_THEATRE,
                Retention.forever(),
                LedgerEntry.class,
                LedgerEntry.getClassSchema(),
                Compatibility.BACKWARD_TRANSITIVE);
    }

    /** The answers, keyed by report or command id. */
    public Topic<String, Receipt> receipts() {
        return avro(
                "receipts",
                Partitioning.BY_KEY,
                Retention.days(7),
                Receipt.class,
                Receipt.getClassSchema(),
                Compatibility.FULL_TRANSITIVE);
    }

    /** What was on a topic and could not be used, key and bytes as they came, the reason in headers. */
    public Topic<byte[], byte[]> rejectedReports() {
        return new Topic<>(
                lane,
                "reports.rejected",
                Partitioning.SINGLE,
                Retention.days(14),
                Serdes.ByteArray(),
                new Topic.ValueFormat.Raw());
    }

    /** The registry of sources, keyed by source id. There is one, the live lane's, for all lanes. */
    public Topic<String, Source> sources() {
        return avro(
                Lane.live(),
                "sources",
                Partitioning.SINGLE,
                Retention.newestPerKey(),
                Source.class,
                Source.getClassSchema(),
                Compatibility.FULL_TRANSITIVE);
    }

    /** Incidents of one audience, keyed by incident id. */
    public Topic<String, IncidentEvent> incidents(Audience audience) {
        return output("incidents", audience, Retention.days(3650), IncidentEvent.class, IncidentEvent.getClassSchema());
    }

    /** Scores of one audience, keyed by region. */
    public Topic<String, RegionScore> scores(Audience audience) {
        return output("scores", audience, Retention.days(3650), RegionScore.class, RegionScore.getClassSchema());
    }

    /** Events of alerts of one audience, keyed by region. */
    public Topic<String, AlertEvent> alerts(Audience audience) {
        return output("alerts", audience, Retention.days(3650), AlertEvent.class, AlertEvent.getClassSchema());
    }

    /** The newest event of each alert of one audience, keyed by alert id. */
    public Topic<String, AlertEvent> currentAlerts(Audience audience) {
        return output(
                "alerts.current", audience, Retention.newestPerKey(), AlertEvent.class, AlertEvent.getClassSchema());
    }

    /** Signs of life of one audience, keyed by theatre. */
    public Topic<String, Pulse> pulse(Audience audience) {
        return output("pulse", audience, Retention.days(3650), Pulse.class, Pulse.getClassSchema());
    }

    /** The audit trail of messages, keyed by delivery id; only of the live lane, which serves all lanes. */
    public Topic<String, DeliveryOutcome> deliveries() {
        return avro(
                Lane.live(),
                "deliveries",
                Partitioning.BY_KEY,
                Retention.days(365),
                DeliveryOutcome.class,
                DeliveryOutcome.getClassSchema(),
                Compatibility.FULL_TRANSITIVE);
    }

    /** Every topic of the lane, in the order of the design. */
    public List<Topic<?, ?>> all() {
        List<Topic<?, ?>> topics = new java.util.ArrayList<>(reports());
        topics.addAll(List.of(commands(), intake(), ledger(), receipts(), rejectedReports()));
        for (Audience audience : List.of(Audience.OPEN, Audience.RESTRICTED)) {
            topics.addAll(List.of(
                    incidents(audience), scores(audience), alerts(audience), currentAlerts(audience), pulse(audience)));
        }
        if (lane.kind() == Lane.Kind.LIVE) {
            topics.addAll(List.of(sources(), deliveries()));
        }
        return List.copyOf(topics);
    }

    private <V extends SpecificRecord> Topic<String, V> report(String kind, Class<V> type, Schema schema) {
        return avro(
                "reports." + kind,
                Partitioning.BY_KEY,
                Retention.days(90),
                type,
                schema,
                Compatibility.BACKWARD_TRANSITIVE);
    }

    private <V extends SpecificRecord> Topic<String, V> output(
            String shortName, Audience audience, Retention retention, Class<V> type, Schema schema) {
        String suffix = switch (audience) {
            case OPEN -> "";
            case RESTRICTED -> ".restricted";
            case UNKNOWN -> throw new IllegalArgumentException("audience: there is no topic for UNKNOWN");
        };
        return avro(
                shortName + suffix, Partitioning.BY_THEATRE, retention, type, schema, Compatibility.FULL_TRANSITIVE);
    }

    private <V extends SpecificRecord> Topic<String, V> avro(
            String shortName,
            Partitioning partitioning,
            Retention retention,
            Class<V> type,
            Schema schema,
            Compatibility compatibility) {
        return avro(lane, shortName, partitioning, retention, type, schema, compatibility);
    }

    private static <V extends SpecificRecord> Topic<String, V> avro(
            Lane lane,
            String shortName,
            Partitioning partitioning,
            Retention retention,
            Class<V> type,
            Schema schema,
            Compatibility compatibility) {
        Serde<String> key = Serdes.String();
        return new Topic<>(
                lane,
                shortName,
                partitioning,
                retention,
                key,
                new Topic.ValueFormat.Avro<>(type, schema, compatibility));
    }
}
