package org.harmattan.notifier.subscription;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.notifier.database.Sql;

/** Questions to a receiver that wait for a yes. Every method runs in its caller's transaction. */
@Singleton
public final class Confirmations {

    /** How long a link may be followed. */
    public static final Duration VALID_FOR = Duration.ofDays(7);

    /** A question. */
    public record Question(UUID subscriptionId, Instant expiresAt) {}

    /** Keeps the digest of a new token and returns the token, which is not kept. */
    public String ask(Connection connection, UUID subscriptionId, Instant now) throws SQLException {
        String token = Tokens.make();
        Sql.update(
                connection,
                "insert into confirmation (token_digest, subscription_id, created_at, expires_at) values (?,?,?,?)",
                Tokens.digest(token),
                subscriptionId,
                now,
                now.plus(VALID_FOR));
        return token;
    }

    /** The question of a token, expired or not. */
    public Optional<Question> find(Connection connection, String token) throws SQLException {
        return Sql.first(
                connection,
                "select subscription_id, expires_at from confirmation where token_digest = ?",
                row -> new Question(row.getObject("subscription_id", UUID.class), Sql.instant(row, "expires_at")),
                Tokens.digest(token));
    }

    /** How many questions an address was sent since a moment, over all its subscriptions that have not ended. */
    public int askedOf(Connection connection, String address, Instant since) throws SQLException {
        return Sql.first(
                        connection,
                        "select count(*) as asked from confirmation c join subscription s on s.id = c.subscription_id"
                                + " where lower(s.address) = lower(?) and c.created_at > ?",
                        row -> row.getInt("asked"),
                        address,
                        since)
                .orElse(0);
    }
}
