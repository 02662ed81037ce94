package org.harmattan.notifier.signup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.harmattan.notifier.subscription.Status;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.schemas.delivery.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its owner sees it.
 *
 * @param id its id
 * @param channel {@code webhook} or {@code email}
 * @param url a webhook's address
 * @param address a mail address
 * @param scope region and country codes; empty: everywhere
 * @param minimumLevel told when an alert reaches it
 * @param language {@code fr} or {@code en}
 * @param audience {@code open} or {@code restricted}
 * @param status PENDING_CONFIRMATION, ACTIVE or ENDED
 * @param createdAt when it was asked for, ISO 8601 in UTC
 * @param secret a webhook's signing secret; only in the answer that creates it
 * @param token what its owner sends as {@code Harmattan-Subscription-Token}; only in the answer that creates it
 * @param next what has to be done before it is active; absent when nothing has
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionAnswer(
        String id,
        String channel,
        @Nullable String url,
        @Nullable String address,
        List<String> scope,
        String minimumLevel,
        String language,
        String audience,
        String status,
        String createdAt,
        @Nullable String secret,
        @Nullable String token,
        @Nullable String next) {

    /** Without its secrets. */
    static SubscriptionAnswer of(Subscription subscription) {
        return of(subscription, Optional.empty());
    }

    /** With its secrets, once. */
    static SubscriptionAnswer created(Subscription subscription, String token) {
        return of(subscription, Optional.of(token));
    }

    private static SubscriptionAnswer of(Subscription subscription, Optional<String> token) {
        boolean webhook = subscription.channel() == Channel.WEBHOOK;
        String next = webhook
                ? "POST /v1/subscriptions/" + subscription.id()
                        + "/test: it becomes active when the receiver answers 2xx"
                : "follow the link in the mail that was sent to the address";
        return new SubscriptionAnswer(
                subscription.id().toString(),
                subscription.channel().name().toLowerCase(Locale.ROOT),
                webhook ? subscription.address() : null,
                webhook ? null : subscription.address(),
                subscription.scope().codes(),
                subscription.minimumLevel().name(),
                subscription.language().code(),
                subscription.audience().name().toLowerCase(Locale.ROOT),
                subscription.status().name(),
                subscription.createdAt().toString(),
                token.isPresent() ? subscription.secret().orElse(null) : null,
                token.orElse(null),
                subscription.status() == Status.PENDING_CONFIRMATION ? next : null);
    }
}
