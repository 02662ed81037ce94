package org.harmattan.console.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** Reads scores, alerts, incidents and pulses of one audience. Every question names the audience; none goes without. */
@Singleton
public final class Assessments {

    private final Sql sql;
    private final KafkaConnection kafka;
    private final TopicCatalogue topics;

    public Assessments(Sql sql, KafkaConnection kafka, TopicCatalogue topics) {
        this.sql = sql;
        this.kafka = kafka;
        this.topics = topics;
    }

    /** The newest score of every region that has one, by region code. */
    public List<RegionScore> scores(Audience audience) {
        return sql.list(
                "select record from read.region_score where audience = ? order by region",
                record(topics.scores(audience)),
                audience.name());
    }

    /** The score of every region as it stood at a time, as far as the last score of each hour is kept. */
    public List<RegionScore> scoresAt(Audience audience, Instant at) {
        return sql.list("""
                select distinct on (region) record from (
                    select region, as_of, seq, ordinal, record from read.score_history where audience = ? and as_of <= ?
                    union all
                    select region, as_of, seq, ordinal, record from read.region_score where audience = ? and as_of <= ?
                ) standing order by region, seq desc, ordinal desc
                """, record(topics.scores(audience)), audience.name(), at, audience.name(), at);
    }

    /** The newest score of a region. */
    public Optional<RegionScore> score(Audience audience, String region) {
        return sql.first(
                "select record from read.region_score where audience = ? and region = ?",
                record(topics.scores(audience)),
                audience.name(),
                region);
    }

    /** The escalation score of a region over time. */
    public record HistoryPoint(Instant asOf, int escalationTenths) {}

    /** The last score of each day since a time, oldest first. */
    public List<HistoryPoint> history(Audience audience, String region, Instant since) {
        return sql.list(
                """
                select distinct on (date_trunc('day', as_of at time zone 'UTC')) as_of, escalation_tenths
                from read.score_history
                where audience = ? and region = ? and as_of >= ? and escalation_tenths is not null
                order by date_trunc('day', as_of at time zone 'UTC'), seq desc, ordinal desc
                """,
                row -> new HistoryPoint(row.getTimestamp("as_of").toInstant(), row.getInt("escalation_tenths")),
                audience.name(),
                region,
                since);
    }

    /** The newest event of each alert in force, highest level and newest first. */
    public List<AlertEvent> openAlerts(Audience audience) {
        return sql.list(
                "select record from read.alert where audience = ? and state = 'OPEN' order by "
                        + "array_position(array['EMERGENCY', 'WARNING', 'WATCH', 'ADVISORY'], level), at desc",
                record(topics.alerts(audience)),
                audience.name());
    }

    /** The newest event of each alert, in force or not, newest first. */
    public List<AlertEvent> alerts(Audience audience, int limit) {
        return sql.list(
                "select record from read.alert where audience = ? order by (state = 'OPEN') desc, at desc limit ?",
                record(topics.alerts(audience)),
                audience.name(),
                limit);
    }

    /** The newest event of each alert of a region, those in force first. */
    public List<AlertEvent> alertsOf(Audience audience, String region, int limit) {
        return sql.list(
                "select record from read.alert where audience = ? and region = ?"
                        + " order by (state = 'OPEN') desc, at desc limit ?",
                record(topics.alerts(audience)),
                audience.name(),
                region,
                limit);
    }

    /** The newest event of an alert. */
    public Optional<AlertEvent> alert(Audience audience, String alertId) {
        return sql.first(
                "select record from read.alert where audience = ? and alert_id = ?",
                record(topics.alerts(audience)),
                audience.name(),
                alertId);
    }

    /** One event in the life of an alert. */
    public Optional<AlertEvent> alertEvent(Audience audience, String alertId, int version) {
        return sql.first(
                "select record from read.alert_event where audience = ? and alert_id = ? and version = ?",
                record(topics.alerts(audience)),
                audience.name(),
                alertId,
                version);
    }

    /** Every event in the life of an alert, in order. */
    public List<AlertEvent> lifeOf(Audience audience, String alertId) {
        return sql.list(
                "select record from read.alert_event where audience = ? and alert_id = ? order by version",
                record(topics.alerts(audience)),
                audience.name(),
                alertId);
    }

    /** When each of some alerts was acknowledged, if that was after it was last raised or escalated. */
    public Map<String, Instant> acknowledgedAt(Audience audience, Collection<String> alertIds) {
        Map<String, Instant> times = new HashMap<>();
        sql.list(
                """
                select alert_id, min(at) as at from read.alert_event event
                where audience = ? and alert_id = any (?) and change = 'ACKNOWLEDGED' and version > (
                    select coalesce(max(version), 0) from read.alert_event risen
                    where risen.audience = event.audience and risen.alert_id = event.alert_id
                        and risen.change in ('RAISED', 'ESCALATED'))
                group by alert_id
                """,
                row -> times.put(
                        row.getString("alert_id"), row.getTimestamp("at").toInstant()),
                audience.name(),
                alertIds.toArray(String[]::new));
        return times;
    }

    /** The incidents that stand, newest first; of one region when it is given. */
    public List<IncidentEvent> incidents(Audience audience, Optional<String> region, int limit) {
        String where = region.isPresent() ? " and region = ?" : "";
        String query = "select record from read.incident where audience = ? and not ended" + where
                + " order by last_day desc, at desc, incident_id limit ?";
        var record = record(topics.incidents(audience));
        return region.isPresent()
                ? sql.list(query, record, audience.name(), region.get(), limit)
                : sql.list(query, record, audience.name(), limit);
    }

    /** The newest sign of life of each theatre. */
    public List<Pulse> pulses(Audience audience) {
        return sql.list(
                "select record from read.pulse where audience = ? order by theatre",
                record(topics.pulse(audience)),
                audience.name());
    }

    private <V> Sql.Row<V> record(Topic<String, V> topic) {
        Deserializer<V> deserializer = kafka.deserializer(topic);
        return row -> deserializer.deserialize(topic.name(), row.getBytes("record"));
    }
}
