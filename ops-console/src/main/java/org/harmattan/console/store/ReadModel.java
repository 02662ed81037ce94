package org.harmattan.console.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.IncidentChange;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the topics of one audience say. Writing the same again changes nothing, and what is older than what is there
 * never wins. Of several scores of a region in one go only the newest is written, so an import costs little.
 */
@Singleton
public final class ReadModel {

    private static final List<String> TABLES =
            List.of("region_score", "score_history", "alert", "alert_event", "incident", "pulse", "feed_entry");

    /**
     * Writes, within the transaction that moves the offsets.
     *
     * @return what the live feed shall tell of, in the order of its positions
     */
    public List<FeedEntry> write(Connection connection, Audience audience, Outputs outputs) throws SQLException {
        String name = audience.name();
        writeScores(connection, name, outputs.scores());
        writeAlerts(connection, name, outputs.alerts());
        writeIncidents(connection, name, outputs.incidents());
        writePulses(connection, name, outputs.pulses());
        return FeedLog.append(connection, name, outputs);
    }

    /** Forgets all of one audience, because the topics are others than those it was read from. */
    public void forget(Connection connection, Audience audience, Collection<String> topics) throws SQLException {
        for (String table : TABLES) {
            Sql.update(connection, "delete from read." + table + " where audience = ?", audience.name());
        }
        for (String topic : topics) {
            Sql.update(connection, "delete from read.topic_offset where topic = ?", topic);
        }
        Sql.update(connection, "update read.generation set id = gen_random_uuid(), made_at = now()");
    }

    private static void writeScores(Connection connection, String audience, List<Recorded<RegionScore>> scores)
            throws SQLException {
        Map<String, Recorded<RegionScore>> newest = new LinkedHashMap<>();
        Map<String, Recorded<RegionScore>> newestOfHour = new LinkedHashMap<>();
        for (Recorded<RegionScore> score : scores) {
            RegionScore value = score.value();
            newest.put(value.getRegion(), score);
            newestOfHour.put(value.getRegion() + hour(value.getAsOf()), score);
        }
        Sql.batch(
                connection,
                """
                insert into read.region_score as there
                    (audience, region, theatre, as_of, seq, ordinal, escalation_tenths, record)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (audience, region) do update set
                    theatre = excluded.theatre, as_of = excluded.as_of, seq = excluded.seq, ordinal = excluded.ordinal,
                    escalation_tenths = excluded.escalation_tenths, record = excluded.record
                where (excluded.seq, excluded.ordinal) > (there.seq, there.ordinal)
                """,
                newest.values().stream().map(score -> scoreRow(audience, score)).toList());
        Sql.batch(
                connection,
                """
                insert into read.score_history as there
                    (audience, region, hour, as_of, seq, ordinal, escalation_tenths, record)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (audience, region, hour) do update set
                    as_of = excluded.as_of, seq = excluded.seq, ordinal = excluded.ordinal,
                    escalation_tenths = excluded.escalation_tenths, record = excluded.record
                where (excluded.seq, excluded.ordinal) > (there.seq, there.ordinal)
                """,
                newestOfHour.values().stream()
                        .map(score -> historyRow(audience, score))
                        .toList());
    }

    private static @Nullable Object[] scoreRow(String audience, Recorded<RegionScore> score) {
        RegionScore value = score.value();
        return new @Nullable Object[] {
            audience,
            value.getRegion(),
            value.getTheatre(),
            value.getAsOf(),
            value.getCause().getSeq(),
            value.getCause().getOrdinal(),
            escalationTenths(value),
            score.record()
        };
    }

    private static @Nullable Object[] historyRow(String audience, Recorded<RegionScore> score) {
        RegionScore value = score.value();
        return new @Nullable Object[] {
            audience,
            value.getRegion(),
            hour(value.getAsOf()),
            value.getAsOf(),
            value.getCause().getSeq(),
            value.getCause().getOrdinal(),
            escalationTenths(value),
            score.record()
        };
    }

    private static @Nullable Integer escalationTenths(RegionScore score) {
        Figures figures = score.getFigures();
        return figures == null ? null : figures.getEscalationTenths();
    }

    private static Instant hour(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS);
    }

    private static void writeAlerts(Connection connection, String audience, List<Recorded<AlertEvent>> alerts)
            throws SQLException {
        Sql.batch(
                connection,
                """
                insert into read.alert as there
                    (audience, alert_id, version, state, level, theatre, region, country, raised_at, at, record)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (audience, alert_id) do update set
                    version = excluded.version, state = excluded.state, level = excluded.level,
                    raised_at = excluded.raised_at, at = excluded.at, record = excluded.record
                where excluded.version > there.version
                """,
                alerts.stream().map(alert -> alertRow(audience, alert)).toList());
        Sql.batch(
                connection,
                """
                insert into read.alert_event (audience, alert_id, version, change, at, record)
                values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                alerts.stream()
                        .map(alert -> new @Nullable Object[] {
                            audience,
                            alert.value().getAlertId(),
                            alert.value().getVersion(),
                            alert.value().getChange().name(),
                            alert.value().getAt(),
                            alert.record()
                        })
                        .toList());
    }

    private static @Nullable Object[] alertRow(String audience, Recorded<AlertEvent> alert) {
        AlertEvent value = alert.value();
        return new @Nullable Object[] {
            audience,
            value.getAlertId(),
            value.getVersion(),
            value.getState().name(),
            value.getLevel().name(),
            value.getTheatre(),
            value.getRegion(),
            value.getCountry(),
            value.getRaisedAt(),
            value.getAt(),
            alert.record()
        };
    }

    private static void writeIncidents(Connection connection, String audience, List<Recorded<IncidentEvent>> incidents)
            throws SQLException {
        Sql.batch(
                connection,
                """
                insert into read.incident as there
                    (audience, incident_id, revision, ended, region, country, last_day, at, record)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (audience, incident_id) do update set
                    revision = excluded.revision, ended = excluded.ended, region = excluded.region,
                    country = excluded.country, last_day = excluded.last_day, at = excluded.at, record = excluded.record
                where excluded.revision >= there.revision
                """,
                incidents.stream()
                        .map(incident -> incidentRow(audience, incident))
                        .toList());
    }

    private static @Nullable Object[] incidentRow(String audience, Recorded<IncidentEvent> incident) {
        IncidentEvent value = incident.value();
        return new @Nullable Object[] {
            audience,
            value.getIncidentId(),
            value.getRevision(),
            value.getChange() == IncidentChange.ENDED,
            value.getRegion(),
            value.getCountry(),
            value.getLastDay(),
            value.getAt(),
            incident.record()
        };
    }

    private static void writePulses(Connection connection, String audience, List<Recorded<Pulse>> pulses)
            throws SQLException {
        Sql.batch(
                connection,
                """
                insert into read.pulse as there (audience, theatre, at, seq, ordinal, record) values (?, ?, ?, ?, ?, ?)
                on conflict (audience, theatre) do update set
                    at = excluded.at, seq = excluded.seq, ordinal = excluded.ordinal, record = excluded.record
                where excluded.seq >= there.seq
                """,
                pulses.stream()
                        .map(pulse -> new @Nullable Object[] {
                            audience,
                            pulse.value().getTheatre(),
                            pulse.value().getAt(),
                            pulse.value().getCause().getSeq(),
                            pulse.value().getCause().getOrdinal(),
                            pulse.record()
                        })
                        .toList());
    }
}
