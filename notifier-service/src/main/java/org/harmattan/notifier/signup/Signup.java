package org.harmattan.notifier.signup;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.door.FieldProblem;
import org.harmattan.door.Principal;
import org.harmattan.door.ProblemException;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.notifier.delivery.MessageGroups;
import org.harmattan.notifier.mail.MailCourier;
import org.harmattan.notifier.message.Answer;
import org.harmattan.notifier.subscription.Confirmations;
import org.harmattan.notifier.subscription.Status;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.notifier.subscription.SubscriptionStore;
import org.harmattan.notifier.subscription.Tokens;
import org.harmattan.notifier.webhook.AddressGuard;
import org.harmattan.notifier.webhook.WebhookCourier;
import org.harmattan.notifier.webhook.WebhookSecret;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.delivery.Channel;

/** Creates, changes, tests and ends subscriptions. Nobody is sent anything but a question before they agreed. */
@Singleton
public final class Signup {

    /** So that nobody's mailbox can be flooded with questions. */
    private static final int MOST_QUESTIONS = 3;

    private static final Duration QUESTIONS_WITHIN = Duration.ofHours(24);

    private final Transactions transactions;
    private final SubscriptionStore store;
    private final Confirmations confirmations;
    private final MessageGroups groups;
    private final AddressGuard guard;
    private final WebhookCourier webhooks;
    private final MailCourier mails;
    private final Clock clock;

    Signup(
            Transactions transactions,
            SubscriptionStore store,
            Confirmations confirmations,
            MessageGroups groups,
            AddressGuard guard,
            WebhookCourier webhooks,
            MailCourier mails,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.confirmations = confirmations;
        this.groups = groups;
        this.guard = guard;
        this.webhooks = webhooks;
        this.mails = mails;
        this.clock = clock;
    }

    /** A new subscription and its owner's token, which is shown once. */
    record Created(Subscription subscription, String token) {}

    /** Creates; a webhook on this machine is active at once, any other waits for its test, a mail address for its owner. */
    Created create(SubscriptionForm.Wanted wanted, Principal principal) {
        if (wanted.audience() == Audience.RESTRICTED && principal.audience() != Audience.RESTRICTED) {
            throw new ProblemException(
                    403,
                    "restricted-audience",
                    "The restricted audience needs a key",
                    "Send the key of somebody who may see TLP:AMBER, or ask for the audience 'open'.",
                    List.of(new FieldProblem("audience", "is not yours to ask for", "send 'open', or a key")));
        }
        boolean activeAtOnce = wanted.channel() == Channel.WEBHOOK && leadsToThisMachine(wanted.address());
        String token = Tokens.make();
        Subscription subscription = new Subscription(
                UUID.randomUUID(),
                wanted.channel(),
                wanted.address(),
                wanted.audience(),
                activeAtOnce ? Status.ACTIVE : Status.PENDING_CONFIRMATION,
                wanted.language(),
                wanted.minimumLevel(),
                wanted.scope(),
                wanted.channel() == Channel.WEBHOOK
                        ? Optional.of(WebhookSecret.make().text())
                        : Optional.empty(),
                Tokens.make(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (subscription.channel() == Channel.EMAIL) {
            askByMail(subscription, Optional.of(Tokens.digest(token)));
        } else {
            transactions.run(connection -> store.insert(connection, subscription, Tokens.digest(token)));
        }
        return new Created(subscription, token);
    }

    private boolean leadsToThisMachine(String url) {
        AddressGuard.Verdict verdict = guard.judge(URI.create(url));
        if (verdict instanceof AddressGuard.Verdict.Refused refused) {
            throw ProblemException.badFields(List.of(new FieldProblem(
                    "url", refused.refusal().problem(), refused.refusal().fix())));
        }
        return ((AddressGuard.Verdict.Allowed) verdict).loopback();
    }

    /** Sends the question; a new subscription is kept only with a question that may be sent. */
    private void askByMail(Subscription subscription, Optional<String> ownerDigest) {
        Instant now = clock.instant();
        String token = transactions.inTransaction(connection -> {
            int asked = confirmations.askedOf(connection, subscription.address(), now.minus(QUESTIONS_WITHIN));
            if (asked >= MOST_QUESTIONS) {
                throw new ProblemException(
                        429,
                        "asked-often",
                        "This address was asked often enough",
                        "It was sent 3 questions within a day. Follow one of their links, or try again tomorrow.");
            }
            if (ownerDigest.isPresent()) {
                store.insert(connection, subscription, ownerDigest.get());
            }
            return confirmations.ask(connection, subscription.id(), now);
        });
        Answer answer = mails.askToConfirm(subscription, token);
        if (!(answer instanceof Answer.Taken)) {
            throw new ProblemException(
                    502,
                    "mail-not-sent",
                    "The question could not be sent",
                    "Nothing was sent to the address: " + answer.reason() + ". Try again later.");
        }
    }

    /**
     * Sends a test. It confirms a webhook that is pending; a mail address that is pending is asked again.
     *
     * @return what the receiver answered
     */
    Answer test(Subscription subscription) {
        if (subscription.channel() == Channel.WEBHOOK) {
            Answer answer = webhooks.test(subscription);
            if (answer instanceof Answer.Taken) {
                transactions.run(connection -> store.confirm(connection, subscription.id(), clock.instant()));
            }
            return answer;
        }
        if (subscription.status() == Status.PENDING_CONFIRMATION) {
            askByMail(subscription, Optional.empty());
            return new Answer.Taken(Optional.empty());
        }
        return mails.test(subscription);
    }

    /** Changes what is wished and returns what is then wished. */
    Subscription change(Subscription subscription, SubscriptionForm.Change change) {
        Subscription changed = subscription.with(
                change.scope().orElse(subscription.scope()),
                change.minimumLevel().orElse(subscription.minimumLevel()),
                change.language().orElse(subscription.language()));
        transactions.run(connection -> store.change(connection, changed));
        return changed;
    }

    /** Ends it, erases its address, and cancels what is still on its way. */
    public void end(Subscription subscription) {
        Instant now = clock.instant();
        transactions.run(connection -> {
            if (store.end(connection, subscription.id(), now)) {
                groups.cancel(connection, subscription, now);
            }
        });
    }
}
