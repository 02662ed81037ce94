package org.harmattan.notifier.subscription;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.explanation.Language;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.delivery.Channel;

/**
 * Somebody who wants to hear of alerts, by one channel, in one language, of one audience.
 *
 * @param id its id
 * @param channel EMAIL or WEBHOOK
 * @param address mail address or URL; empty once it has ended
 * @param audience OPEN or RESTRICTED; it sees exactly this one
 * @param status where it stands
 * @param language of every sentence
 * @param minimumLevel ADVISORY to EMERGENCY: told when an alert reaches it
 * @param scope which regions
 * @param secret a webhook's signing secret; empty for mail and once it has ended
 * @param unsubscribeToken stands in the unsubscribe link
 * @param createdAt when it was asked for
 */
public record Subscription(
        UUID id,
        Channel channel,
        String address,
        Audience audience,
        Status status,
        Language language,
        Level minimumLevel,
        Scope scope,
        Optional<String> secret,
        String unsubscribeToken,
        Instant createdAt) {

    /** Without address and secret: what may stand in a log. */
    @Override
    public String toString() {
        return "subscription " + id + " (" + channel + ", " + audience + ", " + status + ")";
    }

    /** The same in another state. */
    public Subscription with(Status newStatus) {
        return new Subscription(
                id,
                channel,
                address,
                audience,
                newStatus,
                language,
                minimumLevel,
                scope,
                secret,
                unsubscribeToken,
                createdAt);
    }

    /** The same with other wishes. */
    public Subscription with(Scope newScope, Level newMinimumLevel, Language newLanguage) {
        return new Subscription(
                id,
                channel,
                address,
                audience,
                status,
                newLanguage,
                newMinimumLevel,
                newScope,
                secret,
                unsubscribeToken,
                createdAt);
    }
}
