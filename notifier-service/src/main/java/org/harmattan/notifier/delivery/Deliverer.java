package org.harmattan.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.explanation.Explainer;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.notifier.inbox.Inbox;
import org.harmattan.notifier.message.Answer;
import org.harmattan.notifier.message.Courier;
import org.harmattan.notifier.message.Message;
import org.harmattan.notifier.message.Told;
import org.harmattan.notifier.subscription.Status;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.notifier.subscription.SubscriptionStore;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.delivery.Channel;
import org.harmattan.schemas.delivery.DeliveryState;

/**
 * One attempt at one delivery. It begins in a transaction that settles what the message holds, tries outside of any, and
 * ends in a transaction that says what became of it. A process that dies between tries again with the same id.
 */
@Singleton
final class Deliverer {

    private static final Duration WHILE_ANOTHER_IS_UNDER_WAY = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final DeliveryStore deliveries;
    private final SubscriptionStore subscriptions;
    private final Inbox inbox;
    private final Outcomes outcomes;
    private final OutcomePublisher publisher;
    private final Explainer explainer;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);

    Deliverer(
            Transactions transactions,
            DeliveryStore deliveries,
            SubscriptionStore subscriptions,
            Inbox inbox,
            Outcomes outcomes,
            OutcomePublisher publisher,
            Explainer explainer,
            Clock clock,
            MeterRegistry meters,
            List<Courier> couriers) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.inbox = inbox;
        this.outcomes = outcomes;
        this.publisher = publisher;
        this.explainer = explainer;
        this.clock = clock;
        this.meters = meters;
        couriers.forEach(courier -> this.couriers.put(courier.channel(), courier));
    }

    /** What an attempt begins with. */
    private sealed interface Beginning {

        /** The delivery is over. */
        record Nothing() implements Beginning {}

        /** Not now. */
        record Later(Instant at) implements Beginning {}

        /** Try, with these alerts; again when a process died over the same attempt, which may have arrived. */
        record Go(Subscription subscription, int attempt, List<Delivery.Carried> carried, boolean again)
                implements Beginning {}
    }

    /**
     * Tries once.
     *
     * @return when to try again; empty when the delivery is over
     */
    Optional<Instant> attempt(UUID id) {
        Beginning beginning = transactions.inTransaction(connection -> begin(connection, id));
        Optional<Instant> next = Optional.empty();
        if (beginning instanceof Beginning.Later later) {
            next = Optional.of(later.at());
        } else if (beginning instanceof Beginning.Go go) {
            Message message = composeOrPutBack(id, go);
            Courier courier =
                    Objects.requireNonNull(couriers.get(message.subscription().channel()));
            Answer answer = courier.carry(message);
            count(courier.channel(), answer);
            next = transactions.inTransaction(connection -> end(connection, id, go, answer));
        }
        publisher.look();
        return next;
    }

    private Beginning begin(Connection connection, UUID id) throws SQLException {
        Instant now = clock.instant();
        Optional<Delivery> found = deliveries.lock(connection, id);
        if (found.isEmpty() || found.get().stage().isOver()) {
            return new Beginning.Nothing();
        }
        Delivery delivery = found.get();
        Subscription subscription =
                subscriptions.find(connection, delivery.subscriptionId()).orElseThrow();
        List<Delivery.Carried> carried = standing(connection, id);
        int attempt = delivery.attempts() + 1;
        if (subscription.status() != Status.ACTIVE) {
            deliveries.finish(connection, id, Stage.CANCELLED, now);
            say(connection, delivery, subscription, carried, cancelled(), now);
            return new Beginning.Nothing();
        }
        if (carried.isEmpty()) {
            deliveries.finish(connection, id, Stage.SUPERSEDED, now);
            return new Beginning.Nothing();
        }
        if (delivery.stage() != Stage.SENDING && delivery.dueAt().isAfter(now)) {
            return new Beginning.Later(delivery.dueAt());
        }
        if (deliveries.anotherIsUnderWay(connection, delivery)) {
            // what is older must arrive first, or not at all
            return new Beginning.Later(now.plus(WHILE_ANOTHER_IS_UNDER_WAY));
        }
        deliveries.move(connection, id, Stage.SENDING, now);
        return new Beginning.Go(subscription, attempt, carried, delivery.stage() == Stage.SENDING);
    }

    private List<Delivery.Carried> standing(Connection connection, UUID id) throws SQLException {
        return deliveries.carried(connection, id).stream()
                .filter(carried -> !carried.superseded())
                .toList();
    }

    /** A message that cannot be composed was not tried: its delivery must not keep later ones waiting. */
    private Message composeOrPutBack(UUID id, Beginning.Go go) {
        try {
            return transactions.inTransaction(connection -> compose(connection, id, go));
        } catch (RuntimeException e) {
            if (!go.again()) {
                transactions.run(connection -> putBack(connection, id));
            }
            throw e;
        }
    }

    private void putBack(Connection connection, UUID id) throws SQLException {
        boolean sending = deliveries
                .lock(connection, id)
                .filter(delivery -> delivery.stage() == Stage.SENDING)
                .isPresent();
        if (sending) {
            deliveries.move(connection, id, Stage.RETRYING, clock.instant());
        }
    }

    private Message compose(Connection connection, UUID id, Beginning.Go go) throws SQLException {
        Subscription subscription = go.subscription();
        List<Told> alerts = new ArrayList<>();
        for (Delivery.Carried carried : go.carried()) {
            AlertEvent event = inbox.find(connection, carried.alertId(), carried.version(), subscription.audience())
                    .orElseThrow(() -> new IllegalStateException(
                            "delivery " + id + ": the inbox does not hold an event that it tells of"));
            alerts.add(new Told(event, explainer.explain(event, subscription.language()), carried.released()));
        }
        Message message = new Message(id, subscription, alerts, Optional.empty());
        String leadId = message.lead().event().getAlertId();
        return new Message(id, subscription, alerts, deliveries.earlier(connection, subscription.id(), leadId));
    }

    private Optional<Instant> end(Connection connection, UUID id, Beginning.Go go, Answer answer) throws SQLException {
        Instant now = clock.instant();
        Delivery delivery = deliveries.lock(connection, id).orElseThrow();
        deliveries.attempted(connection, id, go.attempt());
        Optional<Instant> next = Optional.empty();
        DeliveryState state;
        if (answer instanceof Answer.Taken) {
            deliveries.finish(connection, id, Stage.DELIVERED, now);
            state = DeliveryState.DELIVERED;
        } else if (standing(connection, id).isEmpty()) {
            deliveries.finish(connection, id, Stage.SUPERSEDED, now);
            state = DeliveryState.SUPERSEDED;
        } else {
            next = answer instanceof Answer.Gone
                    ? Optional.empty()
                    : RetrySchedule.afterFailed(go.attempt()).map(now::plus);
            if (next.isPresent()) {
                deliveries.move(connection, id, Stage.RETRYING, next.get());
            } else {
                deliveries.finish(connection, id, Stage.DEAD, now);
            }
            state = next.isPresent() ? DeliveryState.RETRYING : DeliveryState.DEAD;
        }
        Outcomes.What what = new Outcomes.What(go.attempt(), state, answer.status(), answer.reason(), next);
        say(connection, delivery, go.subscription(), go.carried(), what, now);
        if (answer instanceof Answer.Gone) {
            subscriptions.end(connection, go.subscription().id(), now);
        }
        return next;
    }

    private static Outcomes.What cancelled() {
        return Outcomes.What.unattempted(DeliveryState.CANCELLED, "the subscription ended before it left");
    }

    private void say(
            Connection connection,
            Delivery delivery,
            Subscription subscription,
            List<Delivery.Carried> carried,
            Outcomes.What what,
            Instant now)
            throws SQLException {
        for (Delivery.Carried one : carried) {
            outcomes.add(connection, delivery.id(), one.alertId(), one.version(), subscription, what, now);
        }
    }

    private void count(Channel channel, Answer answer) {
        meters.counter(
                        "harmattan.notifier.attempts",
                        "channel",
                        channel.name().toLowerCase(Locale.ROOT),
                        "result",
                        answer.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .increment();
    }
}
