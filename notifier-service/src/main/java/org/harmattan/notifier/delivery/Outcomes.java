package org.harmattan.notifier.delivery;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.notifier.database.Sql;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.delivery.Channel;
import org.harmattan.schemas.delivery.DeliveryOutcome;
import org.harmattan.schemas.delivery.DeliveryState;

/** The audit trail: written in the transaction of what it tells, published afterwards. Never an address. */
@Singleton
final class Outcomes {

    private static final int LONGEST_REASON = 200;

    /**
     * What became of one alert in one delivery.
     *
     * @param attempt from 1; 0 when nothing was attempted
     * @param status the receiver's, when there was one
     * @param reason by name
     * @param next when the next attempt is due
     */
    record What(int attempt, DeliveryState state, Optional<Integer> status, String reason, Optional<Instant> next) {

        static What unattempted(DeliveryState state, String reason) {
            return new What(0, state, Optional.empty(), reason, Optional.empty());
        }
    }

    /** An outcome that is still to be published. */
    record Unpublished(long number, DeliveryOutcome outcome) {}

    void add(
            Connection connection,
            UUID deliveryId,
            String alertId,
            int version,
            Subscription subscription,
            What what,
            Instant now)
            throws SQLException {
        String reason = what.reason();
        Sql.update(
                connection,
                "insert into outcome (delivery_id, alert_id, alert_version, audience, subscription_id, channel, attempt,"
                        + " state, status, reason, at, next_attempt_at) values (?,?,?,?,?,?,?,?,?,?,?,?)",
                deliveryId,
                alertId,
                version,
                subscription.audience(),
                subscription.id(),
                subscription.channel(),
                what.attempt(),
                what.state(),
                what.status(),
                reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason,
                now,
                what.next());
    }

    /** The oldest that are not published, locked against other publishers. */
    List<Unpublished> unpublished(Connection connection, int limit) throws SQLException {
        return Sql.list(
                connection,
                "select * from outcome where not published order by number limit ? for update",
                row -> new Unpublished(row.getLong("number"), read(row)),
                limit);
    }

    /** By number and not up to a number: a lower one may have been committed since. */
    void published(Connection connection, List<Unpublished> batch) throws SQLException {
        Array numbers = connection.createArrayOf(
                "bigint", batch.stream().map(Unpublished::number).toArray());
        Sql.update(connection, "update outcome set published = true where number = any (?)", numbers);
    }

    /** How many wait to be published. */
    int backlog(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "select count(*) as waiting from outcome where not published",
                        row -> row.getInt("waiting"))
                .orElse(0);
    }

    private static DeliveryOutcome read(ResultSet row) throws SQLException {
        return DeliveryOutcome.newBuilder()
                .setDeliveryId(row.getString("delivery_id"))
                .setAlertId(row.getString("alert_id"))
                .setAlertVersion(row.getInt("alert_version"))
                .setAudience(Audience.valueOf(row.getString("audience")))
                .setSubscriptionId(row.getString("subscription_id"))
                .setChannel(Channel.valueOf(row.getString("channel")))
                .setAttempt(row.getInt("attempt"))
                .setState(DeliveryState.valueOf(row.getString("state")))
                .setStatus(Sql.optionalInt(row, "status").orElse(null))
                .setReason(row.getString("reason"))
                .setAt(Sql.instant(row, "at"))
                .setNextAttemptAt(Sql.optionalInstant(row, "next_attempt_at").orElse(null))
                .build();
    }
}
