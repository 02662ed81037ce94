package org.harmattan.notifier.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.notifier.database.Sql;
import org.harmattan.notifier.database.Transactions;

/** What became of messages, for people. Never an address. */
@Singleton
public final class DeliveryLog {

    private final Transactions transactions;
    private final Outcomes outcomes;

    DeliveryLog(Transactions transactions, Outcomes outcomes) {
        this.transactions = transactions;
        this.outcomes = outcomes;
    }

    /**
     * A delivery and its last outcome.
     *
     * @param alerts the alerts it tells of, as {@code id@version}
     * @param status the receiver's last status, when there was one
     * @param reason the last outcome's, when there was one
     */
    public record Entry(
            UUID id,
            UUID subscriptionId,
            String channel,
            String audience,
            Stage stage,
            int attempts,
            Instant createdAt,
            Instant dueAt,
            Optional<Instant> finishedAt,
            List<String> alerts,
            Optional<Integer> status,
            Optional<String> reason) {}

    /** The newest deliveries, of one subscription or in one stage if asked for. */
    public List<Entry> newest(Optional<UUID> subscription, Optional<Stage> stage, int limit) {
        return transactions.inTransaction(connection -> newest(connection, subscription, stage, limit));
    }

    /** How many outcomes wait to be published. */
    public int unpublished() {
        return transactions.inTransaction(outcomes::backlog);
    }

    private static List<Entry> newest(
            Connection connection, Optional<UUID> subscription, Optional<Stage> stage, int limit) throws SQLException {
        return Sql.list(
                connection,
                "select d.*, s.channel, s.audience, o.status, o.reason, array(select a.alert_id || '@' || a.version"
                        + " from delivery_alert a where a.delivery_id = d.id order by a.alert_id) as alerts"
                        + " from delivery d join subscription s on s.id = d.subscription_id"
                        + " left join lateral (select status, reason from outcome where delivery_id = d.id"
                        + " order by number desc limit 1) o on true"
                        + " where (?::uuid is null or d.subscription_id = ?) and (?::text is null or d.state = ?)"
                        + " order by d.created_at desc limit ?",
                row -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("subscription_id", UUID.class),
                        row.getString("channel"),
                        row.getString("audience"),
                        Stage.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "due_at"),
                        Sql.optionalInstant(row, "finished_at"),
                        Sql.texts(row, "alerts"),
                        Sql.optionalInt(row, "status"),
                        Optional.ofNullable(row.getString("reason"))),
                subscription,
                subscription,
                stage,
                stage,
                limit);
    }
}
