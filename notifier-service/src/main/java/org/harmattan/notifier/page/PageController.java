package org.harmattan.notifier.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.harmattan.door.NoKeyNeeded;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.notifier.signup.Signup;
import org.harmattan.notifier.subscription.Confirmations;
import org.harmattan.notifier.subscription.Status;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.notifier.subscription.SubscriptionStore;

/**
 * The pages behind the links of our mails. Opening one changes nothing, since mail scanners open every link; a button does,
 * and so does the one-click request of a mail program (RFC 8058).
 */
@Controller
@NoKeyNeeded
@ExecuteOn(TaskExecutors.BLOCKING)
final class PageController {

    private final Transactions transactions;
    private final SubscriptionStore store;
    private final Confirmations confirmations;
    private final Signup signup;
    private final Clock clock;

    PageController(
            Transactions transactions,
            SubscriptionStore store,
            Confirmations confirmations,
            Signup signup,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.confirmations = confirmations;
        this.signup = signup;
        this.clock = clock;
    }

    /** Asks whether the subscription is wanted. */
    @Get(value = "/confirm/{token}", produces = MediaType.TEXT_HTML)
    HttpResponse<String> askToConfirm(String token) {
        return transactions
                .inTransaction(connection -> asked(connection, token))
                .map(this::questionOrRefusal)
                .orElseGet(Page::unknown)
                .response();
    }

    private Page questionOrRefusal(Asked asked) {
        Subscription subscription = asked.subscription();
        if (subscription.status() == Status.ACTIVE) {
            return confirmed(subscription);
        }
        if (!asked.question().expiresAt().isAfter(clock.instant())) {
            return expired(subscription);
        }
        return Page.asking(
                subscription.language(), PageWords.CONFIRM_TITLE, PageWords.CONFIRM_TEXT, PageWords.CONFIRM_BUTTON);
    }

    /** Confirms. The same link may be used again: it then says the same. */
    @Post(value = "/confirm/{token}", consumes = MediaType.ALL, produces = MediaType.TEXT_HTML)
    HttpResponse<String> confirm(String token) {
        Instant now = clock.instant();
        return transactions
                .inTransaction(connection -> {
                    Optional<Asked> asked = asked(connection, token);
                    if (asked.isEmpty()) {
                        return Page.unknown();
                    }
                    Subscription subscription = asked.get().subscription();
                    boolean active = subscription.status() == Status.ACTIVE
                            || (asked.get().question().expiresAt().isAfter(now)
                                    && store.confirm(connection, subscription.id(), now));
                    return active ? confirmed(subscription) : expired(subscription);
                })
                .response();
    }

    /** Asks whether the subscription is to end. */
    @Get(value = "/unsubscribe/{token}", produces = MediaType.TEXT_HTML)
    HttpResponse<String> askToStop(String token) {
        return find(token)
                .map(subscription -> subscription.status() == Status.ENDED
                        ? stopped(subscription)
                        : Page.asking(
                                subscription.language(),
                                PageWords.STOP_TITLE,
                                PageWords.STOP_TEXT,
                                PageWords.STOP_BUTTON))
                .orElseGet(Page::unknown)
                .response();
    }

    /** Ends the subscription; asked twice it says the same. */
    @Post(value = "/unsubscribe/{token}", consumes = MediaType.ALL, produces = MediaType.TEXT_HTML)
    HttpResponse<String> stop(String token) {
        return find(token)
                .map(subscription -> {
                    signup.end(subscription);
                    return stopped(subscription);
                })
                .orElseGet(Page::unknown)
                .response();
    }

    private record Asked(Confirmations.Question question, Subscription subscription) {}

    private Optional<Asked> asked(Connection connection, String token) throws SQLException {
        Optional<Confirmations.Question> question = confirmations.find(connection, token);
        if (question.isEmpty()) {
            return Optional.empty();
        }
        return store.find(connection, question.get().subscriptionId())
                .map(subscription -> new Asked(question.get(), subscription));
    }

    private Optional<Subscription> find(String token) {
        return transactions.inTransaction(connection -> store.ofUnsubscribeToken(connection, token));
    }

    private static Page confirmed(Subscription subscription) {
        return Page.of(HttpStatus.OK, subscription.language(), PageWords.CONFIRMED_TITLE, PageWords.CONFIRMED_TEXT);
    }

    private static Page expired(Subscription subscription) {
        return Page.of(HttpStatus.GONE, subscription.language(), PageWords.EXPIRED_TITLE, PageWords.EXPIRED_TEXT);
    }

    private static Page stopped(Subscription subscription) {
        return Page.of(HttpStatus.OK, subscription.language(), PageWords.STOPPED_TITLE, PageWords.STOPPED_TEXT);
    }
}
