package org.harmattan.notifier.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.notifier.database.Sql;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.delivery.DeliveryState;

/**
 * Puts events into messages. A group is subscription, theatre and rule: its first message leaves a second after its first
 * event, so that neighbours that follow at once are told with it; what follows waits until a minute after it. EMERGENCY
 * and WITHDRAWN never wait. A newer version of an alert takes the place of one that has not arrived.
 */
@Singleton
public final class MessageGroups {

    static final Duration FIRST_WAITS = Duration.ofSeconds(1);
    static final Duration FURTHER_WAIT = Duration.ofSeconds(60);

    private final DeliveryStore deliveries;
    private final Outcomes outcomes;
    private final DeliveryScheduler scheduler;

    MessageGroups(DeliveryStore deliveries, Outcomes outcomes, DeliveryScheduler scheduler) {
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.scheduler = scheduler;
    }

    /**
     * Puts an event into a message to a subscription, in the caller's transaction.
     *
     * @param released whether a person released it
     * @param now the service's time
     * @return when the message leaves
     */
    public Instant tell(
            Connection connection, Subscription subscription, AlertEvent event, boolean released, Instant now)
            throws SQLException {
        Instant notBefore = lockGroup(connection, subscription, event);
        Optional<Delivery> gathering =
                deliveries.gathering(connection, subscription.id(), event.getTheatre(), event.getRuleId());
        supersede(connection, subscription, event, gathering.map(Delivery::id), now);
        boolean urgent = neverWaits(event);
        if (gathering.isPresent()) {
            return join(connection, gathering.get(), event, urgent, released, now);
        }
        Instant soonest = urgent ? now : now.plus(FIRST_WAITS);
        boolean opensGroup = urgent || !soonest.isBefore(notBefore);
        Instant due = opensGroup ? soonest : notBefore;
        UUID id = UUID.randomUUID();
        deliveries.insert(connection, id, subscription.id(), event, due, now);
        deliveries.put(connection, id, event, released);
        scheduler.set(connection, id, due);
        furtherNotBefore(connection, subscription, event, (opensGroup ? now : due).plus(FURTHER_WAIT));
        return due;
    }

    /** Whether a message that has arrived, or still may, tells a subscription of this very event. */
    public boolean tells(Connection connection, Subscription subscription, AlertEvent event) throws SQLException {
        return deliveries.tells(connection, subscription.id(), event.getAlertId(), event.getVersion());
    }

    /** Takes back what was never attempted: its reader learns neither that the alert began nor that it changed. */
    public void forget(Connection connection, Subscription subscription, AlertEvent event, Instant now)
            throws SQLException {
        lockGroup(connection, subscription, event);
        supersede(connection, subscription, event, Optional.empty(), now);
    }

    /** Notes that a subscription was not told, because the event is held. */
    public void hold(Connection connection, Subscription subscription, AlertEvent event, Instant now)
            throws SQLException {
        outcomes.add(
                connection,
                UUID.randomUUID(),
                event.getAlertId(),
                event.getVersion(),
                subscription,
                Outcomes.What.unattempted(DeliveryState.HELD, "more than 6 hours old when it was taken in"),
                now);
    }

    /** Ends whatever is still on its way to a subscription that has ended. */
    public void cancel(Connection connection, Subscription subscription, Instant now) throws SQLException {
        for (Delivery delivery : deliveries.pending(connection, subscription.id(), Optional.empty())) {
            if (delivery.stage() == Stage.SENDING) {
                // its attempt is under way and will find the subscription ended if it fails
                continue;
            }
            finishUnsent(connection, delivery, subscription, Stage.CANCELLED, now);
        }
    }

    private static boolean neverWaits(AlertEvent event) {
        return event.getLevel() == Level.EMERGENCY || event.getChange() == AlertChange.WITHDRAWN;
    }

    private Instant join(
            Connection connection, Delivery gathering, AlertEvent event, boolean urgent, boolean released, Instant now)
            throws SQLException {
        deliveries.put(connection, gathering.id(), event, released);
        if (!urgent || !gathering.dueAt().isAfter(now)) {
            return gathering.dueAt();
        }
        deliveries.move(connection, gathering.id(), Stage.WAITING, now);
        scheduler.move(connection, gathering.id(), now);
        return now;
    }

    /** The group's row is the lock under which its messages are planned. */
    private static Instant lockGroup(Connection connection, Subscription subscription, AlertEvent event)
            throws SQLException {
        return Sql.first(
                        connection,
                        "insert into message_group (subscription_id, theatre, rule_id, not_before) values (?,?,?,?)"
                                + " on conflict (subscription_id, theatre, rule_id) do update"
                                + " set not_before = message_group.not_before returning not_before",
                        row -> Sql.instant(row, "not_before"),
                        subscription.id(),
                        event.getTheatre(),
                        event.getRuleId(),
                        Instant.EPOCH)
                .orElseThrow();
    }

    private static void furtherNotBefore(
            Connection connection, Subscription subscription, AlertEvent event, Instant notBefore) throws SQLException {
        Sql.update(
                connection,
                "update message_group set not_before = ? where subscription_id = ? and theatre = ? and rule_id = ?",
                notBefore,
                subscription.id(),
                event.getTheatre(),
                event.getRuleId());
    }

    /** Older versions that have not arrived: in {@code gathering} they are replaced, elsewhere they are crossed out. */
    private void supersede(
            Connection connection, Subscription subscription, AlertEvent event, Optional<UUID> gathering, Instant now)
            throws SQLException {
        Optional<String> alert = Optional.of(event.getAlertId());
        for (Delivery delivery : deliveries.pending(connection, subscription.id(), alert)) {
            List<Delivery.Carried> carried = deliveries.carried(connection, delivery.id());
            for (Delivery.Carried old : carried) {
                if (old.alertId().equals(event.getAlertId()) && old.version() < event.getVersion()) {
                    superseded(connection, delivery, old, subscription, now);
                }
            }
            boolean replaced = gathering.filter(delivery.id()::equals).isPresent();
            boolean nothingLeft =
                    deliveries.carried(connection, delivery.id()).stream().allMatch(Delivery.Carried::superseded);
            if (nothingLeft && !replaced && delivery.stage() != Stage.SENDING) {
                deliveries.finish(connection, delivery.id(), Stage.SUPERSEDED, now);
                scheduler.cancel(connection, delivery.id());
            }
        }
    }

    private void superseded(
            Connection connection, Delivery delivery, Delivery.Carried old, Subscription subscription, Instant now)
            throws SQLException {
        deliveries.supersede(connection, delivery.id(), old.alertId());
        if (delivery.stage() != Stage.SENDING) {
            outcomes.add(
                    connection,
                    delivery.id(),
                    old.alertId(),
                    old.version(),
                    subscription,
                    Outcomes.What.unattempted(DeliveryState.SUPERSEDED, "a newer version of the alert took its place"),
                    now);
        }
    }

    private void finishUnsent(
            Connection connection, Delivery delivery, Subscription subscription, Stage stage, Instant now)
            throws SQLException {
        deliveries.finish(connection, delivery.id(), stage, now);
        scheduler.cancel(connection, delivery.id());
        for (Delivery.Carried carried : deliveries.carried(connection, delivery.id())) {
            if (!carried.superseded()) {
                outcomes.add(
                        connection,
                        delivery.id(),
                        carried.alertId(),
                        carried.version(),
                        subscription,
                        Outcomes.What.unattempted(DeliveryState.CANCELLED, "the subscription ended before it left"),
                        now);
            }
        }
    }
}
