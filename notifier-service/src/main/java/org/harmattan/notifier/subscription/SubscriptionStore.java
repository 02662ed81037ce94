package org.harmattan.notifier.subscription;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.explanation.Language;
import org.harmattan.notifier.database.Sql;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.delivery.Channel;

/** Subscriptions in the database. Every method runs in its caller's transaction. */
@Singleton
public final class SubscriptionStore {

    private static final String COLUMNS =
            "s.id, s.channel, s.address, s.audience, s.status, s.language, s.minimum_level,"
                    + " s.scope, s.secret, s.unsubscribe_token, s.created_at";

    private static final String DELIVERIES_OF_ALERT = "exists (select 1 from delivery d"
            + " join delivery_alert a on a.delivery_id = d.id where d.subscription_id = s.id and a.alert_id = ?";

    /**
     * A subscription that an event may concern.
     *
     * @param subscription the subscription, ACTIVE
     * @param toldBefore whether a message about the event's alert was sent, or at least tried
     * @param pending whether a message about it has still to arrive
     */
    public record Candidate(Subscription subscription, boolean toldBefore, boolean pending) {}

    /** Keeps a new subscription; its owner's token only as a digest. */
    public void insert(Connection connection, Subscription subscription, String ownerDigest) throws SQLException {
        Sql.update(
                connection,
                "insert into subscription (id, channel, audience, status, language, minimum_level, scope, address, secret,"
                        + " owner_digest, unsubscribe_token, created_at) values (?,?,?,?,?,?,?,?,?,?,?,?)",
                subscription.id(),
                subscription.channel(),
                subscription.audience(),
                subscription.status(),
                subscription.language(),
                subscription.minimumLevel(),
                subscription.scope().codes(),
                subscription.address(),
                subscription.secret(),
                ownerDigest,
                subscription.unsubscribeToken(),
                subscription.createdAt());
    }

    /** The subscription of this id. */
    public Optional<Subscription> find(Connection connection, UUID id) throws SQLException {
        return Sql.first(connection, "select " + COLUMNS + " from subscription s where s.id = ?", this::read, id);
    }

    /** The subscription that the holder of a token owns. */
    public Optional<Subscription> ownedBy(Connection connection, String ownerDigest) throws SQLException {
        return Sql.first(
                connection,
                "select " + COLUMNS + " from subscription s where s.owner_digest = ?",
                this::read,
                ownerDigest);
    }

    /** The subscription of an unsubscribe link. */
    public Optional<Subscription> ofUnsubscribeToken(Connection connection, String token) throws SQLException {
        return Sql.first(
                connection,
                "select " + COLUMNS + " from subscription s where s.unsubscribe_token = ?",
                this::read,
                token);
    }

    /** All that have not ended, newest first. */
    public List<Subscription> living(Connection connection, int limit) throws SQLException {
        return Sql.list(
                connection,
                "select " + COLUMNS
                        + " from subscription s where s.status <> 'ENDED' order by s.created_at desc limit ?",
                this::read,
                limit);
    }

    /**
     * Active subscriptions of an audience that an event of an alert may concern: those whose scope holds the region, and
     * those that were told of this alert before or are about to be, whatever their scope is now.
     */
    public List<Candidate> candidates(
            Connection connection, Audience audience, String region, String country, String alertId)
            throws SQLException {
        return Sql.list(
                connection,
                "select * from (select " + COLUMNS + ", " + DELIVERIES_OF_ALERT
                        + " and (d.attempts > 0 or d.state in ('SENDING', 'DELIVERED'))) as told, "
                        + DELIVERIES_OF_ALERT
                        + " and not a.superseded and d.state in ('WAITING', 'SENDING', 'RETRYING')) as pending"
                        + " from subscription s where s.audience = ? and s.status = 'ACTIVE') s"
                        + " where told or pending or s.scope = '{}' or ? = any (s.scope) or ? = any (s.scope)"
                        + " order by s.id",
                row -> new Candidate(read(row), row.getBoolean("told"), row.getBoolean("pending")),
                alertId,
                alertId,
                audience,
                region,
                country);
    }

    /** Makes it active, if it was pending. */
    public boolean confirm(Connection connection, UUID id, Instant now) throws SQLException {
        return Sql.update(
                        connection,
                        "update subscription set status = 'ACTIVE', confirmed_at = ? where id = ?"
                                + " and status = 'PENDING_CONFIRMATION'",
                        now,
                        id)
                == 1;
    }

    /** Changes what is wished. */
    public void change(Connection connection, Subscription changed) throws SQLException {
        Sql.update(
                connection,
                "update subscription set scope = ?, minimum_level = ?, language = ? where id = ? and status <> 'ENDED'",
                changed.scope().codes(),
                changed.minimumLevel(),
                changed.language(),
                changed.id());
    }

    /** Ends it and erases its address and secret. */
    public boolean end(Connection connection, UUID id, Instant now) throws SQLException {
        Sql.update(connection, "delete from confirmation where subscription_id = ?", id);
        return Sql.update(
                        connection,
                        "update subscription set status = 'ENDED', address = null, secret = null, ended_at = ?"
                                + " where id = ? and status <> 'ENDED'",
                        now,
                        id)
                == 1;
    }

    private Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                Objects.requireNonNullElse(row.getString("address"), ""),
                Audience.valueOf(row.getString("audience")),
                Status.valueOf(row.getString("status")),
                Language.valueOf(row.getString("language")),
                Level.valueOf(row.getString("minimum_level")),
                new Scope(Sql.texts(row, "scope")),
                Optional.ofNullable(row.getString("secret")),
                row.getString("unsubscribe_token"),
                Sql.instant(row, "created_at"));
    }
}
