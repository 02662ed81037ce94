package org.harmattan.notifier.signup;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.door.Door;
import org.harmattan.door.NoKeyNeeded;
import org.harmattan.door.Principal;
import org.harmattan.door.ProblemException;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.notifier.message.Answer;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.notifier.subscription.SubscriptionStore;
import org.harmattan.notifier.subscription.Tokens;
import org.harmattan.schemas.command.Role;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions over HTTP. Anybody may ask for one of the open audience. Its owner holds a token, sent as
 * {@code Harmattan-Subscription-Token}; watch officers and administrators may do all that an owner may.
 */
@Controller("/v1/subscriptions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SubscriptionController {

    static final String TOKEN = "Harmattan-Subscription-Token";
    private static final int LONGEST_LIST = 1_000;

    private final Signup signup;
    private final SubscriptionForm form;
    private final SubscriptionStore store;
    private final Transactions transactions;

    SubscriptionController(Signup signup, SubscriptionForm form, SubscriptionStore store, Transactions transactions) {
        this.signup = signup;
        this.form = form;
        this.store = store;
        this.transactions = transactions;
    }

    /** What a receiver answered to a test. */
    @Serdeable
    record TestAnswer(boolean taken, @Nullable Integer status, String reason, String subscriptionStatus) {}

    /** Creates a subscription; its secret and its token are in this answer only. */
    @Post
    @NoKeyNeeded
    HttpResponse<SubscriptionAnswer> create(@Body byte[] body, Principal principal) {
        Signup.Created created = signup.create(form.wanted(body), principal);
        return HttpResponse.<SubscriptionAnswer>created(
                        URI.create("/v1/subscriptions/" + created.subscription().id()))
                .body(SubscriptionAnswer.created(created.subscription(), created.token()));
    }

    /** All subscriptions that have not ended, newest first, at most 1,000; with a token, its own. */
    @Get
    @NoKeyNeeded
    List<SubscriptionAnswer> list(Principal principal, @Header(TOKEN) Optional<String> token) {
        if (token.isPresent()) {
            return transactions
                    .inTransaction(connection -> store.ownedBy(connection, Tokens.digest(token.get())))
                    .stream()
                    .map(SubscriptionAnswer::of)
                    .toList();
        }
        Door.require(principal, Role.ADMINISTRATOR, Role.WATCH_OFFICER);
        return transactions.inTransaction(connection -> store.living(connection, LONGEST_LIST)).stream()
                .map(SubscriptionAnswer::of)
                .toList();
    }

    /** One subscription. */
    @Get("/{id}")
    @NoKeyNeeded
    SubscriptionAnswer get(UUID id, Principal principal, @Header(TOKEN) Optional<String> token) {
        return SubscriptionAnswer.of(allowed(id, principal, token));
    }

    /** Changes scope, minimum level or language. */
    @Patch("/{id}")
    @NoKeyNeeded
    SubscriptionAnswer change(UUID id, @Body byte[] body, Principal principal, @Header(TOKEN) Optional<String> token) {
        Subscription subscription = living(allowed(id, principal, token));
        return SubscriptionAnswer.of(signup.change(subscription, form.change(body)));
    }

    /** Ends a subscription. */
    @Delete("/{id}")
    @NoKeyNeeded
    @Status(HttpStatus.NO_CONTENT)
    void end(UUID id, Principal principal, @Header(TOKEN) Optional<String> token) {
        signup.end(allowed(id, principal, token));
    }

    /** Sends a test; it confirms a webhook that is pending. */
    @Post(value = "/{id}/test", consumes = "*/*")
    @NoKeyNeeded
    TestAnswer test(UUID id, Principal principal, @Header(TOKEN) Optional<String> token) {
        Answer answer = signup.test(living(allowed(id, principal, token)));
        Subscription after = allowed(id, principal, token);
        return new TestAnswer(
                answer instanceof Answer.Taken,
                answer.status().orElse(null),
                answer.reason(),
                after.status().name());
    }

    /** Who has neither token nor key learns nothing, also not which ids exist. */
    private Subscription allowed(UUID id, Principal principal, Optional<String> token) {
        Optional<Subscription> owned = token.flatMap(value ->
                        transactions.inTransaction(connection -> store.ownedBy(connection, Tokens.digest(value))))
                .filter(subscription -> subscription.id().equals(id));
        if (owned.isPresent()) {
            return owned.get();
        }
        if (principal.isAnonymous()) {
            throw new ProblemException(
                    401,
                    "key-needed",
                    "A key or the subscription's token is needed",
                    "Send the header '" + TOKEN + "' with the token that was shown when it was created, or a key.");
        }
        Door.require(principal, Role.ADMINISTRATOR, Role.WATCH_OFFICER);
        return transactions
                .inTransaction(connection -> store.find(connection, id))
                .orElseThrow(() -> new ProblemException(
                        404, "no-such-subscription", "There is no such subscription", "Check the id."));
    }

    private static Subscription living(Subscription subscription) {
        if (subscription.status() == org.harmattan.notifier.subscription.Status.ENDED) {
            throw new ProblemException(410, "subscription-ended", "This subscription has ended", "Create a new one.");
        }
        return subscription;
    }
}
