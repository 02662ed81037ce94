package org.harmattan.notifier.message;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;

/**
 * A message to one subscription about one or several alerts of one theatre and rule.
 *
 * @param id stable over all attempts: the delivery's id
 * @param subscription whom it is for
 * @param alerts at least one, the most serious first
 * @param earlier messages that it follows in a reader's mailbox; empty for the first message about its first alert
 */
public record Message(UUID id, Subscription subscription, List<Told> alerts, Optional<Earlier> earlier) {

    /** The highest level first; what has ended comes last, and codes decide between equals. */
    public static final Comparator<Told> MOST_SERIOUS_FIRST = Comparator.<Told, Level>comparing(
                    told -> told.event().getLevel(), Comparator.reverseOrder())
            .thenComparing(told -> told.event().getRegion())
            .thenComparing(told -> told.event().getAlertId());

    /**
     * Checks that nothing is told to those who may not see it; the database has made sure of it before.
     *
     * @throws IllegalArgumentException for no alerts, or an alert of another audience than the subscription's
     */
    public Message {
        alerts = alerts.stream().sorted(MOST_SERIOUS_FIRST).toList();
        if (alerts.isEmpty()) {
            throw new IllegalArgumentException("message " + id + ": tells of nothing");
        }
        for (Told told : alerts) {
            if (told.event().getAudience() != subscription.audience()) {
                throw new IllegalArgumentException("message " + id + ": an alert of the audience "
                        + told.event().getAudience() + " is not for a subscription of the audience "
                        + subscription.audience());
            }
        }
    }

    /** Earlier messages to the same subscription about the first alert. */
    public record Earlier(UUID first, UUID latest) {}

    /** The most serious alert. */
    public Told lead() {
        return alerts.get(0);
    }

    /** The label of the whole message, such as {@code TLP:GREEN}: the strictest of its alerts. */
    public String tlp() {
        return strictest().words().tlp();
    }

    /** The label of the whole message and what it allows. */
    public String tlpLine() {
        return strictest().words().tlpLine();
    }

    /** When the newest of its events happened. */
    public Instant newestAt() {
        return alerts.stream()
                .map(told -> told.event().getAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Told strictest() {
        return alerts.stream()
                .max(Comparator.comparing(told -> strictness(told.event().getTlp())))
                .orElseThrow();
    }

    private static Tlp strictness(Tlp tlp) {
        return tlp == Tlp.UNKNOWN ? Tlp.AMBER : tlp;
    }
}
