package org.harmattan.notifier.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.notifier.database.Sql;
import org.harmattan.notifier.message.Message;
import org.harmattan.schemas.assessment.AlertEvent;

/** Deliveries in the database. Every method runs in its caller's transaction. */
@Singleton
final class DeliveryStore {

    private static final String COLUMNS = "d.id, d.subscription_id, d.state, d.attempts, d.due_at";

    /** A delivery, locked until the end of the transaction. */
    Optional<Delivery> lock(Connection connection, UUID id) throws SQLException {
        return Sql.first(
                connection, "select " + COLUMNS + " from delivery d where d.id = ? for update", this::read, id);
    }

    /** The delivery of a group that still gathers events, locked. */
    Optional<Delivery> gathering(Connection connection, UUID subscriptionId, String theatre, String ruleId)
            throws SQLException {
        return Sql.first(
                connection,
                "select " + COLUMNS + " from delivery d where d.subscription_id = ? and d.theatre = ? and d.rule_id = ?"
                        + " and d.state = 'WAITING' for update",
                this::read,
                subscriptionId,
                theatre,
                ruleId);
    }

    /** Deliveries of a subscription that are not over, locked; only those that hold the alert, if one is given. */
    List<Delivery> pending(Connection connection, UUID subscriptionId, Optional<String> alertId) throws SQLException {
        return Sql.list(
                connection,
                "select " + COLUMNS + " from delivery d where d.subscription_id = ?"
                        + " and d.state in ('WAITING', 'SENDING', 'RETRYING') and (?::text is null or exists"
                        + " (select 1 from delivery_alert a where a.delivery_id = d.id and a.alert_id = ?"
                        + " and not a.superseded)) order by d.created_at for update",
                this::read,
                subscriptionId,
                alertId,
                alertId);
    }

    void insert(Connection connection, UUID id, UUID subscriptionId, AlertEvent event, Instant dueAt, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "insert into delivery (id, subscription_id, theatre, rule_id, state, due_at, created_at)"
                        + " values (?,?,?,?,'WAITING',?,?)",
                id,
                subscriptionId,
                event.getTheatre(),
                event.getRuleId(),
                dueAt,
                now);
    }

    /** Puts an alert into a delivery, in the place of an older version of it. */
    void put(Connection connection, UUID id, AlertEvent event, boolean released) throws SQLException {
        Sql.update(
                connection,
                "insert into delivery_alert (delivery_id, alert_id, version, released) values (?,?,?,?)"
                        + " on conflict (delivery_id, alert_id) do update set version = excluded.version,"
                        + " released = excluded.released, superseded = false",
                id,
                event.getAlertId(),
                event.getVersion(),
                released);
    }

    List<Delivery.Carried> carried(Connection connection, UUID id) throws SQLException {
        return Sql.list(
                connection,
                "select alert_id, version, superseded, released from delivery_alert where delivery_id = ?"
                        + " order by alert_id",
                row -> new Delivery.Carried(
                        row.getString("alert_id"),
                        row.getInt("version"),
                        row.getBoolean("superseded"),
                        row.getBoolean("released")),
                id);
    }

    void supersede(Connection connection, UUID id, String alertId) throws SQLException {
        Sql.update(
                connection,
                "update delivery_alert set superseded = true where delivery_id = ? and alert_id = ?",
                id,
                alertId);
    }

    /** Whether another attempt is under way that tells the same subscription of one of the same alerts. */
    boolean anotherIsUnderWay(Connection connection, Delivery delivery) throws SQLException {
        return Sql.first(
                        connection,
                        "select 1 from delivery d join delivery_alert a on a.delivery_id = d.id"
                                + " where d.subscription_id = ? and d.id <> ? and d.state = 'SENDING' and a.alert_id in"
                                + " (select alert_id from delivery_alert where delivery_id = ?) limit 1",
                        row -> Boolean.TRUE,
                        delivery.subscriptionId(),
                        delivery.id(),
                        delivery.id())
                .isPresent();
    }

    /** Whether a delivery that has arrived, or still may, holds this version of an alert. */
    boolean tells(Connection connection, UUID subscriptionId, String alertId, int version) throws SQLException {
        return Sql.first(
                        connection,
                        "select 1 from delivery d join delivery_alert a on a.delivery_id = d.id"
                                + " where d.subscription_id = ? and a.alert_id = ? and a.version = ? and not a.superseded"
                                + " and d.state in ('WAITING', 'SENDING', 'RETRYING', 'DELIVERED') limit 1",
                        row -> Boolean.TRUE,
                        subscriptionId,
                        alertId,
                        version)
                .isPresent();
    }

    void move(Connection connection, UUID id, Stage stage, Instant dueAt) throws SQLException {
        Sql.update(connection, "update delivery set state = ?, due_at = ? where id = ?", stage, dueAt, id);
    }

    /** Notes a finished attempt. */
    void attempted(Connection connection, UUID id, int attempts) throws SQLException {
        Sql.update(connection, "update delivery set attempts = ? where id = ?", attempts, id);
    }

    void finish(Connection connection, UUID id, Stage stage, Instant now) throws SQLException {
        Sql.update(connection, "update delivery set state = ?, finished_at = ? where id = ?", stage, now, id);
    }

    /** The first and the latest message that told a subscription of an alert. */
    Optional<Message.Earlier> earlier(Connection connection, UUID subscriptionId, String alertId) throws SQLException {
        List<UUID> delivered = Sql.list(
                connection,
                "select d.id from delivery d join delivery_alert a on a.delivery_id = d.id"
                        + " where d.subscription_id = ? and a.alert_id = ? and d.state = 'DELIVERED'"
                        + " order by d.finished_at, d.created_at",
                row -> row.getObject("id", UUID.class),
                subscriptionId,
                alertId);
        return delivered.isEmpty()
                ? Optional.empty()
                : Optional.of(new Message.Earlier(delivered.get(0), delivered.get(delivered.size() - 1)));
    }

    private Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("subscription_id", UUID.class),
                Stage.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instant(row, "due_at"));
    }
}
