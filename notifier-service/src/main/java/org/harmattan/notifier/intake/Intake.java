package org.harmattan.notifier.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.notifier.delivery.DeliveryScheduler;
import org.harmattan.notifier.delivery.MessageGroups;
import org.harmattan.notifier.inbox.Decision;
import org.harmattan.notifier.inbox.Inbox;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.notifier.subscription.SubscriptionStore;
import org.harmattan.notifier.subscription.Verdict;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.audience.Audience;

/**
 * Takes an alert event in: one transaction moves the offset, remembers the event, matches it and plans its messages. All of
 * it has happened, or nothing.
 */
@Singleton
public final class Intake {

    private final Transactions transactions;
    private final TopicOffsets offsets;
    private final Inbox inbox;
    private final SubscriptionStore subscriptions;
    private final MessageGroups groups;
    private final DeliveryScheduler scheduler;
    private final Clock clock;

    Intake(
            Transactions transactions,
            TopicOffsets offsets,
            Inbox inbox,
            SubscriptionStore subscriptions,
            MessageGroups groups,
            DeliveryScheduler scheduler,
            Clock clock) {
        this.transactions = transactions;
        this.offsets = offsets;
        this.inbox = inbox;
        this.subscriptions = subscriptions;
        this.groups = groups;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * An event as it lies on a topic.
     *
     * @param record the record
     * @param from the offset that the partition stood at: lower than the record's own when others lie between
     * @param event the record's value
     */
    record Arrival(ConsumerRecord<String, byte[]> record, long from, AlertEvent event) {}

    /**
     * Takes an event in.
     *
     * @return false when the partition does not stand where it was thought to: somebody else reads it too, begin anew
     */
    boolean take(Arrival arrival) {
        Optional<Instant> due;
        try {
            due = transactions.inTransaction(connection -> take(connection, arrival));
        } catch (SomebodyElse e) {
            return false;
        }
        due.ifPresent(scheduler::wakeAt);
        return true;
    }

    /** The same in a transaction of the caller's. */
    Optional<Instant> take(Connection connection, Arrival arrival) throws SQLException {
        ConsumerRecord<String, byte[]> record = arrival.record();
        if (!offsets.advance(connection, record.topic(), record.partition(), arrival.from(), record.offset() + 1)) {
            throw new SomebodyElse();
        }
        Instant now = clock.instant();
        AlertEvent event = arrival.event();
        Decision decision = decide(connection, event, now);
        if (!inbox.add(connection, record.topic(), record.value(), event, decision, now)) {
            return Optional.empty();
        }
        return switch (decision) {
            case MATCHED -> match(connection, event, now);
            case HELD -> isTooOld(event, now) ? hold(connection, event, now) : match(connection, event, now);
            case RELEASED, NOT_SENT -> Optional.empty();
        };
    }

    private Decision decide(Connection connection, AlertEvent event, Instant now) throws SQLException {
        return switch (event.getChange()) {
            case ACKNOWLEDGED, ASSIGNED, COMMENTED, SILENCED, UNKNOWN -> Decision.NOT_SENT;
            case RAISED, ESCALATED, WITHDRAWN, CLEARED -> isTooOld(event, now) ? Decision.HELD : Decision.MATCHED;
            case DE_ESCALATED, CORRECTED ->
                isTooOld(event, now) || leavesHeld(connection, event) ? Decision.HELD : Decision.MATCHED;
        };
    }

    private static boolean isTooOld(AlertEvent event, Instant now) {
        return Gate.of(event.getAt(), now) == Gate.TOO_OLD;
    }

    /**
     * Whether an event changes an alert in force that waits for a release, and does not itself reach everybody whom the
     * release would reach: then it waits in the place of the older version.
     */
    private boolean leavesHeld(Connection connection, AlertEvent event) throws SQLException {
        if (event.getState() != AlertState.OPEN || !inbox.isWaiting(connection, event)) {
            return false;
        }
        List<SubscriptionStore.Candidate> candidates = candidates(connection, event);
        return candidates.stream()
                        .noneMatch(candidate -> verdict(candidate, event).isTold())
                || candidates.stream()
                        .anyMatch(candidate -> !verdict(candidate, event).isTold()
                                && Verdict.ofReleased(candidate.subscription(), event, candidate.toldBefore())
                                        .isTold());
    }

    private Optional<Instant> match(Connection connection, AlertEvent event, Instant now) throws SQLException {
        Optional<Instant> soonest = Optional.empty();
        for (SubscriptionStore.Candidate candidate : candidates(connection, event)) {
            Subscription subscription = candidate.subscription();
            Verdict verdict = verdict(candidate, event);
            if (verdict.isTold()) {
                Instant due = groups.tell(connection, subscription, event, false, now);
                soonest = Stream.concat(soonest.stream(), Stream.of(due)).min(Comparator.naturalOrder());
            } else if (candidate.pending() && verdict != Verdict.NOT_FOR_MESSAGES) {
                groups.forget(connection, subscription, event, now);
            }
        }
        return soonest;
    }

    /** What is older and has not arrived must not arrive after it. */
    private Optional<Instant> hold(Connection connection, AlertEvent event, Instant now) throws SQLException {
        for (SubscriptionStore.Candidate candidate : candidates(connection, event)) {
            if (candidate.pending()) {
                groups.forget(connection, candidate.subscription(), event, now);
            }
            if (verdict(candidate, event).isTold()) {
                groups.hold(connection, candidate.subscription(), event, now);
            }
        }
        return Optional.empty();
    }

    private static Verdict verdict(SubscriptionStore.Candidate candidate, AlertEvent event) {
        return Verdict.of(candidate.subscription(), event, candidate.toldBefore(), candidate.pending());
    }

    private List<SubscriptionStore.Candidate> candidates(Connection connection, AlertEvent event) throws SQLException {
        return subscriptions.candidates(
                connection, event.getAudience(), event.getRegion(), event.getCountry(), event.getAlertId());
    }

    /**
     * Releases what is held of an alert that is in force: its newest version is told to whoever would be told if it had
     * just been raised.
     *
     * @param seenBy the audience of who releases; OPEN sees no restricted alert
     * @return to how many subscriptions it is told, or empty when nothing of this alert waits for a release
     */
    public Optional<Integer> release(String alertId, Audience seenBy) {
        Instant now = clock.instant();
        Optional<Integer> told = transactions.inTransaction(connection -> {
            Optional<Integer> count = Optional.empty();
            for (Inbox.Held held : inbox.heldForUpdate(connection, alertId)) {
                if (held.audience() == Audience.OPEN || seenBy == Audience.RESTRICTED) {
                    inbox.release(connection, held.event(), now);
                    count = Optional.of(count.orElse(0) + tellReleased(connection, held.event(), now));
                }
            }
            return count;
        });
        scheduler.wakeAt(now.plusSeconds(1));
        return told;
    }

    private int tellReleased(Connection connection, AlertEvent event, Instant now) throws SQLException {
        int count = 0;
        for (SubscriptionStore.Candidate candidate : candidates(connection, event)) {
            Verdict verdict = Verdict.ofReleased(candidate.subscription(), event, candidate.toldBefore());
            if (verdict.isTold() && !groups.tells(connection, candidate.subscription(), event)) {
                groups.tell(connection, candidate.subscription(), event, true, now);
                count++;
            }
        }
        return count;
    }

    /** Undoes the transaction. */
    private static final class SomebodyElse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SomebodyElse() {
            super("another reader has gone on");
        }
    }
}
