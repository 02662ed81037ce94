package org.harmattan.console.store;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.content.Reports;
import org.harmattan.schemas.report.Location;
import org.harmattan.schemas.report.ReportEnvelope;
import org.jspecify.annotations.Nullable;

/** What people wrote: the text of reports, and their words about alerts. */
@Singleton
public final class Texts {

    private final Sql sql;
    private final JsonMapper json;

    public Texts(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Keeps reports. The first to come under an id and revision is kept, as the ledger does it. */
    public void keep(Connection connection, List<SpecificRecord> reports) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SpecificRecord report : reports) {
            rows.add(row(report));
        }
        Sql.batch(connection, """
                insert into texts.report (
                    report_id, revision, kind, action, status, tlp, source, source_report_id, reliability, credibility,
                    occurred_at, occurred_until, precision, received_at, import_id, latitude, longitude,
                    place_precision, place, region, country, detail, body, expected_outcome)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                on conflict do nothing
                """, rows);
    }

    private @Nullable Object[] row(SpecificRecord report) {
        ReportEnvelope envelope = Reports.envelopeOf(report);
        ReportDetail detail = ReportDetail.of(report);
        @Nullable Location location = envelope.getLocation();
        return new @Nullable Object[] {
            envelope.getReportId(),
            envelope.getRevision(),
            Reports.kindOf(report).name(),
            envelope.getAction().name(),
            envelope.getStatus().name(),
            envelope.getTlp().name(),
            envelope.getSource(),
            envelope.getSourceReportId(),
            envelope.getReliability().name(),
            envelope.getCredibility(),
            envelope.getOccurredAt(),
            envelope.getOccurredUntil(),
            envelope.getPrecision().name(),
            envelope.getReceivedAt(),
            envelope.getImportId(),
            location == null ? null : location.getLatitude(),
            location == null ? null : location.getLongitude(),
            location == null ? null : location.getPrecision().name(),
            location == null ? null : location.getPlace(),
            location == null ? detail.region() : location.getRegion(),
            location == null ? detail.country() : location.getCountry(),
            written(detail.fields()),
            envelope.getText(),
            detail.expectedOutcome()
        };
    }

    /**
     * All revisions of a report that are known, lowest first. A report belongs to the source that sent it first and keeps its
     * kind: what another source sent under its id is refused by the ledger, and is no revision here either.
     */
    public List<KeptReport> revisions(String reportId) {
        List<KeptReport> kept = sql.list(
                "select * from texts.report where report_id = ? order by revision", this::keptReport, reportId);
        return kept.stream()
                .min(Comparator.comparing(KeptReport::receivedAt))
                .map(first -> kept.stream()
                        .filter(report -> report.source().equals(first.source())
                                && report.kind().equals(first.kind()))
                        .toList())
                .orElse(List.of());
    }

    /** Somebody's words about an alert, kept under the id of the command that carries the deed. */
    public record Note(String commandId, String alertId, String kind, String words, String role, Instant writtenAt) {}

    /** Keeps words before the command is sent, so that no deed is without them. The same command id changes nothing. */
    public void keepNote(Audience audience, Note note) {
        sql.inTransaction(connection -> Sql.update(
                connection,
                "insert into texts.note (command_id, alert_id, audience, kind, words, role, written_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                note.commandId(),
                note.alertId(),
                audience.name(),
                note.kind(),
                note.words(),
                note.role(),
                note.writtenAt()));
    }

    /** The words about some alerts in one audience, by alert id, oldest first. */
    public Map<String, List<Note>> notesOn(Audience audience, Collection<String> alertIds) {
        return sql
                .list(
                        "select * from texts.note where audience = ? and alert_id = any (?)"
                                + " order by written_at, command_id",
                        row -> new Note(
                                row.getString("command_id"),
                                row.getString("alert_id"),
                                row.getString("kind"),
                                row.getString("words"),
                                row.getString("role"),
                                row.getTimestamp("written_at").toInstant()),
                        audience.name(),
                        alertIds.toArray(String[]::new))
                .stream()
                .collect(Collectors.groupingBy(Note::alertId));
    }

    private KeptReport keptReport(ResultSet row) throws SQLException {
        return new KeptReport(
                row.getString("report_id"),
                row.getLong("revision"),
                row.getString("kind"),
                row.getString("action"),
                row.getString("status"),
                Tlp.valueOf(row.getString("tlp")),
                row.getString("source"),
                row.getString("source_report_id"),
                row.getString("reliability"),
                row.getInt("credibility"),
                instant(row, "occurred_at"),
                instant(row, "occurred_until"),
                row.getString("precision"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("import_id"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getString("place_precision"),
                row.getString("place"),
                row.getString("region"),
                row.getString("country"),
                read(row.getString("detail")),
                row.getString("body"),
                row.getString("expected_outcome"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private String written(Map<String, Object> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> read(String fields) {
        try {
            return json.readValue(fields, io.micronaut.core.type.Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
