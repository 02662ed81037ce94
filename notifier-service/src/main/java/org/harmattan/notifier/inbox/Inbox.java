package org.harmattan.notifier.inbox;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.notifier.database.Sql;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.topic.TopicCatalogue;

/** Alert events that were taken in. Every method runs in its caller's transaction. */
@Singleton
public final class Inbox {

    private static final String WAITS = " where decision = 'HELD' and in_force and not exists (select 1 from inbox n"
            + " where n.alert_id = i.alert_id and n.audience = i.audience and n.version > i.version"
            + " and n.decision <> 'NOT_SENT')";

    private final Map<Audience, Deserializer<AlertEvent>> readers;

    public Inbox(KafkaConnection kafka) {
        TopicCatalogue topics = TopicCatalogue.live();
        readers = Map.of(
                Audience.OPEN,
                kafka.deserializer(topics.alerts(Audience.OPEN)),
                Audience.RESTRICTED,
                kafka.deserializer(topics.alerts(Audience.RESTRICTED)));
    }

    /**
     * An event that is held and waits for a person.
     *
     * @param event the newest version of an alert in force
     * @param audience its audience
     * @param takenAt when it was taken in
     */
    public record Held(AlertEvent event, Audience audience, Instant takenAt) {}

    /**
     * Takes an event in.
     *
     * @return false when it had been taken in before; then nothing was changed
     */
    public boolean add(
            Connection connection, String topic, byte[] value, AlertEvent event, Decision decision, Instant now)
            throws SQLException {
        return Sql.update(
                        connection,
                        "insert into inbox (alert_id, version, audience, topic, value, at, in_force, decision, taken_at)"
                                + " values (?,?,?,?,?,?,?,?,?) on conflict do nothing",
                        event.getAlertId(),
                        event.getVersion(),
                        event.getAudience(),
                        topic,
                        value,
                        event.getAt(),
                        event.getState() == AlertState.OPEN,
                        decision,
                        now)
                == 1;
    }

    /**
     * An event as it came.
     *
     * @throws org.harmattan.schemas.serde.SchemaUnavailable when the registry does not answer
     */
    public Optional<AlertEvent> find(Connection connection, String alertId, int version, Audience audience)
            throws SQLException {
        return Sql.first(
                connection,
                "select topic, value from inbox where alert_id = ? and version = ? and audience = ?",
                row -> event(audience, row),
                alertId,
                version,
                audience);
    }

    /** What waits for a release: alerts in force whose newest version is held, oldest first. */
    public List<Held> held(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select topic, value, audience, taken_at from inbox i" + WAITS + " order by at",
                this::readHeld);
    }

    /** The same of one alert, locked until the end of the transaction; an alert may be held in both audiences. */
    public List<Held> heldForUpdate(Connection connection, String alertId) throws SQLException {
        return Sql.list(
                connection,
                "select topic, value, audience, taken_at from inbox i" + WAITS + " and alert_id = ? for update",
                this::readHeld,
                alertId);
    }

    /** Whether the alert of an event that has not been taken in waits for a release; what waits is locked. */
    public boolean isWaiting(Connection connection, AlertEvent event) throws SQLException {
        return Sql.first(
                        connection,
                        "select 1 from inbox i" + WAITS
                                + " and alert_id = ? and audience = ? and version < ? for update",
                        row -> Boolean.TRUE,
                        event.getAlertId(),
                        event.getAudience(),
                        event.getVersion())
                .isPresent();
    }

    /** How many alerts wait for a release. */
    public int heldCount(Connection connection) throws SQLException {
        return Sql.first(connection, "select count(*) as held from inbox i" + WAITS, row -> row.getInt("held"))
                .orElse(0);
    }

    /** Notes that a person released an event. */
    public void release(Connection connection, AlertEvent event, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update inbox set decision = 'RELEASED', released_at = ? where alert_id = ? and version = ? and audience = ?",
                now,
                event.getAlertId(),
                event.getVersion(),
                event.getAudience());
    }

    private Held readHeld(ResultSet row) throws SQLException {
        Audience audience = Audience.valueOf(row.getString("audience"));
        return new Held(event(audience, row), audience, Sql.instant(row, "taken_at"));
    }

    private AlertEvent event(Audience audience, ResultSet row) throws SQLException {
        return Objects.requireNonNull(readers.get(audience)).deserialize(row.getString("topic"), row.getBytes("value"));
    }
}
