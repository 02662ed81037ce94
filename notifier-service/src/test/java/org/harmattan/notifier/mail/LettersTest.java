package org.harmattan.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.explanation.Explainer;
import org.harmattan.explanation.Language;
import org.harmattan.geography.Catalogue;
import org.harmattan.notifier.message.Links;
import org.harmattan.notifier.message.Message;
import org.harmattan.notifier.message.Told;
import org.harmattan.notifier.subscription.Scope;
import org.harmattan.notifier.subscription.Status;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.ReasonKind;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.delivery.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole mail as it is read. To accept new words: run with -Dharmattan.golden.accept=true and read the difference. */
class LettersTest {

    private static final UUID SUBSCRIPTION = UUID.fromString("6f1c0e0e-58f0-4a55-9a4e-3b8f64a5d9a1");

    private final Explainer explainer = new Explainer(Catalogue.shipped());
    private final Letters letters = new Letters(
            explainer, new Links(URI.create("https://alerts.example.org/"), URI.create("https://board.example.org")));

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAlert(Language language) throws IOException {
        Subscription subscription = subscription(language);
        AlertEvent event = event();
        Message message = new Message(
                UUID.fromString("0f2c5a1e-7a52-4d6b-9a51-0b4a6f0e3c11"),
                subscription,
                List.of(new Told(event, explainer.explain(event, language), false)),
                Optional.empty());
        isGolden("alert." + language.code(), letters.of(message));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theQuestionBeforeAnything(Language language) throws IOException {
        isGolden("question." + language.code(), letters.confirmation(subscription(language), "a-token"));
    }

    private static void isGolden(String name, Letter letter) throws IOException {
        String text = "Subject: " + letter.subject() + "\n\n" + letter.text();
        Path golden = Path.of("src/test/resources/org/harmattan/notifier/mail", name + ".txt");
        if (Boolean.getBoolean("harmattan.golden.accept")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private static Subscription subscription(Language language) {
        return new Subscription(
                SUBSCRIPTION,
                Channel.EMAIL,
                "terrain@example.org",
                Audience.OPEN,
                Status.ACTIVE,
                language,
                Level.ADVISORY,
                new Scope(List.of("ML-5", "BF")),
                Optional.empty(),
                "unsubscribe-token",
                Instant.EPOCH);
    }

    private static AlertEvent event() {
        return AlertEvent.newBuilder()
                .setAlertId("0f2c5a1e-7a52-5d6b-9a51-0b4a6f0e3c11")
                .setName("ML-5/escalation/2026-11-24")
                .setVersion(2)
                .setChange(AlertChange.ESCALATED)
                .setReason(AlertReason.HIGHER_THRESHOLD_CROSSED)
                .setState(AlertState.OPEN)
                .setTheatre("west-central-africa")
                .setRegion("ML-5")
                .setCountry("ML")
                .setAudience(Audience.OPEN)
                .setTlp(Tlp.GREEN)
                .setRuleId("escalation")
                .setMetric(Metric.ESCALATION)
                .setLevel(Level.WATCH)
                .setPreviousLevel(Level.ADVISORY)
                .setUncappedLevel(Level.WARNING)
                .setValue(523)
                .setThreshold(300)
                .setClearBelow(210)
                .setClearHoldSeconds(72 * 3600)
                .setSources(1)
                .setFigures(Figures.newBuilder()
                        .setEscalationTenths(523)
                        .setSpillOver(1_249)
                        .setAttackProbability(9_730)
                        .setExpectedMilli(4_249)
                        .setExpectedLow(1)
                        .setExpectedHigh(8)
                        .setLast7DaysMilli(5_355)
                        .setLast30DaysMilli(9_180)
                        .setPastYearMilli(750)
                        .setMarkedlyWorseMilli(3_000)
                        .build())
                .setReasons(List.of(
                        new Reason(ReasonKind.OWN_PAST, "30", 9_000), new Reason(ReasonKind.NEIGHBOUR, "BF-12", 1_000)))
                .setEvidence(List.of("incident-1", "incident-2"))
                .setRaisedAt(Instant.parse("2026-11-24T05:12:09Z"))
                .setAt(Instant.parse("2026-11-24T06:00:30Z"))
                .setCause(new Cause(812L, 3))
                .build();
    }
}
