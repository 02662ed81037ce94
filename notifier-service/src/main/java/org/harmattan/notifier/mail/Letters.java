package org.harmattan.notifier.mail;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harmattan.explanation.Explainer;
import org.harmattan.explanation.Explanation;
import org.harmattan.explanation.Language;
import org.harmattan.notifier.message.Links;
import org.harmattan.notifier.message.Message;
import org.harmattan.notifier.message.Told;
import org.harmattan.notifier.subscription.Subscription;

/** Writes the mails. The first line says what matters; the last ones how to stop. */
@Singleton
final class Letters {

    private final Explainer explainer;
    private final Links links;

    Letters(Explainer explainer, Links links) {
        this.explainer = explainer;
        this.links = links;
    }

    Letter of(Message message) {
        Subscription subscription = message.subscription();
        Language language = subscription.language();
        PlainText text = new PlainText();
        for (int i = 0; i < message.alerts().size(); i++) {
            if (i > 0) {
                text.blank().line("= = =").blank();
            }
            alert(text, message.alerts().get(i), language);
        }
        text.blank().line(message.tlpLine());
        text.blank().line(MailWords.BOARD.in(language)).whole(links.board());
        footer(text, subscription);
        String others = message.alerts().size() == 1
                ? ""
                : MailWords.andOthers(message.alerts().size() - 1, language);
        List<String> inReplyTo = message.earlier()
                .map(earlier -> Stream.of(earlier.first(), earlier.latest())
                        .distinct()
                        .map(UUID::toString)
                        .toList())
                .orElse(List.of());
        return new Letter(
                subscription.address(),
                message.id().toString(),
                inReplyTo,
                message.lead().words().headline() + others + " [" + message.tlp() + "]",
                text.toString(),
                language.code(),
                Optional.of(links.unsubscription(subscription)));
    }

    private static void alert(PlainText text, Told told, Language language) {
        Explanation words = told.words();
        text.line(words.headline()).line(words.tlp());
        if (told.released()) {
            text.blank().line(MailWords.RELEASED.in(language));
        }
        text.section(MailWords.HAPPENED.in(language), words.change())
                .section(MailWords.WHY.in(language), words.why())
                .section(MailWords.HOW_SURE.in(language), words.confidence())
                .section(MailWords.CLEARING.in(language), words.clearing())
                .section(MailWords.MEANING.in(language), words.meaning());
    }

    /** The question before anything else is sent. It holds no alert, and its first link is the one that matters. */
    Letter confirmation(Subscription subscription, String token) {
        Language language = subscription.language();
        PlainText text = new PlainText()
                .line(MailWords.CONFIRM_ASKED.in(language))
                .blank()
                .line(MailWords.CONFIRM_HOW.in(language))
                .whole(links.confirmation(token))
                .blank();
        wishes(text, subscription);
        text.blank().line(MailWords.CONFIRM_ELSE.in(language));
        return new Letter(
                subscription.address(),
                UUID.randomUUID().toString(),
                List.of(),
                MailWords.CONFIRM_SUBJECT.in(language),
                text.toString(),
                language.code(),
                Optional.empty());
    }

    Letter test(Subscription subscription) {
        Language language = subscription.language();
        PlainText text = new PlainText().line(MailWords.TEST.in(language)).blank();
        wishes(text, subscription);
        footer(text, subscription);
        return new Letter(
                subscription.address(),
                UUID.randomUUID().toString(),
                List.of(),
                MailWords.TEST_SUBJECT.in(language),
                text.toString(),
                language.code(),
                Optional.of(links.unsubscription(subscription)));
    }

    private void wishes(PlainText text, Subscription subscription) {
        Language language = subscription.language();
        text.line(MailWords.SCOPE.in(language) + " " + scope(subscription));
        text.line(MailWords.LEVEL.in(language) + " " + explainer.level(subscription.minimumLevel(), language));
    }

    private String scope(Subscription subscription) {
        Language language = subscription.language();
        if (subscription.scope().codes().isEmpty()) {
            return MailWords.EVERYWHERE.in(language);
        }
        return subscription.scope().codes().stream()
                .map(code -> code.length() == 2
                        ? explainer.country(code, language) + " (" + code + ")"
                        : explainer.place(code, language).toString())
                .collect(Collectors.joining(language == Language.FR ? "\u00a0; " : "; "));
    }

    private void footer(PlainText text, Subscription subscription) {
        Language language = subscription.language();
        text.blank()
                .whole("-- ")
                .line(MailWords.WHY_YOU.in(language))
                .line(MailWords.STOP.in(language))
                .whole(links.unsubscription(subscription));
    }
}
