package org.harmattan.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.Test;

class MailDeliveryTest {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Bench bench = Bench.shared();
    private final String region = Bench.region();
    private final Alerts alert = new Alerts(region, Audience.OPEN, bench.clock);

    @Test
    void anAddressHearsNothingBeforeItsOwnerHasAgreed() throws Exception {
        Bench.Reply asked = ask("terrain@agreed.example", "fr");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().path("status").asText()).isEqualTo("PENDING_CONFIRMATION");
        assertThat(asked.json().has("secret")).isFalse();
        MimeMessage question = mail("agreed.example", 0);
        assertThat(question.getSubject()).isEqualTo("Harmattan\u00a0: confirmez votre abonnement aux alertes");

        String path = firstLink(question);
        Bench.Reply scanner = bench.get(path);
        assertThat(scanner.status()).isEqualTo(200);
        assertThat(scanner.body()).contains("Confirmer l’abonnement").contains("<form method=\"post\">");
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> bench.taken(alert));

        assertThat(press(path).body()).contains("Votre abonnement est confirmé");
        assertThat(press(path).status()).isEqualTo(200);
        bench.publish(alert.escalated(Level.WATCH));
        MimeMessage mail = mail("agreed.example", 1);
        assertThat(mail.getSubject()).startsWith("VEILLE – ").endsWith("[TLP:GREEN]");
        assertThat(text(mail)).contains("TLP:GREEN").contains("Pour ne plus rien recevoir");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("Content-Language")).containsExactly("fr");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void mailsAboutOneAlertAreOneThread() throws Exception {
        agree("watch@thread.example", "en");
        bench.publish(alert.raised(Level.ADVISORY));
        MimeMessage first = mail("thread.example", 1);
        bench.publish(alert.withdrawn());
        MimeMessage second = mail("thread.example", 2);
        assertThat(first.getSubject()).startsWith("ADVISORY – ");
        assertThat(first.getHeader("In-Reply-To")).isNull();
        assertThat(second.getSubject()).startsWith("WITHDRAWN – ");
        assertThat(second.getHeader("In-Reply-To")).containsExactly(first.getMessageID());
        assertThat(second.getHeader("References")).containsExactly(first.getMessageID());
        assertThat(text(first)).contains("What it means").contains("TLP:GREEN");
        assertThat(text(first).lines())
                .filteredOn(line -> !line.startsWith("http"))
                .allMatch(line -> line.length() <= 76);
    }

    @Test
    void oneClickEndsTheSubscriptionAndErasesTheAddress() throws Exception {
        agree("stop@click.example", "fr");
        bench.publish(alert.raised(Level.ADVISORY));
        MimeMessage mail = mail("click.example", 1);
        String header = mail.getHeader("List-Unsubscribe")[0];
        String path = URI.create(header.substring(1, header.length() - 1)).getRawPath();
        assertThat(bench.get(path).body()).contains("Ne plus rien recevoir");
        assertThat(bench.count("select count(*) as n from subscription where address = 'stop@click.example'"))
                .isEqualTo(1);

        Bench.Reply oneClick = bench.send(HttpRequest.newBuilder(bench.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        assertThat(oneClick.status()).isEqualTo(200);
        assertThat(oneClick.body()).contains("Vous ne recevrez plus rien");
        assertThat(bench.count("select count(*) as n from subscription where address = 'stop@click.example'"))
                .isZero();
        assertThat(press(path).status()).isEqualTo(200);
        bench.publish(alert.withdrawn());
        await().until(() -> bench.taken(alert));
        assertThat(bench.mailsTo("click.example")).hasSize(2);
    }

    @Test
    void aLinkIsValidForAWeekAndAnUnknownOneSaysSoInBothLanguages() throws Exception {
        ask("late@week.example", "en");
        String path = firstLink(mail("week.example", 0));
        bench.advance(Duration.ofDays(7));
        assertThat(bench.get(path).status()).isEqualTo(410);
        assertThat(press(path).status()).isEqualTo(410);
        assertThat(press(path).body()).contains("This link is no longer valid");
        Bench.Reply unknown = press("/confirm/nonsense");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("Ce lien est inconnu").contains("This link is not known");
        assertThat(press("/unsubscribe/nonsense").status()).isEqualTo(404);
    }

    @Test
    void nobodyCanFloodAMailboxWithQuestions() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("flood@often.example", "en").status()).isEqualTo(201);
        }
        assertThat(ask("Flood@often.example", "en").status()).isEqualTo(429);
        assertThat(bench.mailsTo("often.example")).hasSize(3);
        bench.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(ask("flood@often.example", "en").status()).isEqualTo(201);
    }

    @Test
    void severalAlertsAreOneMailThatBeginsWithTheMostSerious() throws Exception {
        String other = Bench.region();
        agree("two@alerts.example", "en", region, other);
        bench.publish(alert.raised(Level.ADVISORY));
        bench.publish(new Alerts(other, Audience.OPEN, bench.clock).raised(Level.WARNING));
        MimeMessage mail = mail("alerts.example", 1);
        assertThat(mail.getSubject()).startsWith("WARNING – ").contains(other).contains("(and 1 other alert)");
        assertThat(text(mail)).contains(region).contains("= = =");
    }

    @Test
    void aMailServerThatRefusesIsTriedAgain() throws Exception {
        String id = agree("refused@server.example", "en");
        int port = bench.mailServer.getSmtp().getPort();
        bench.mailServer.stop();
        try {
            bench.publish(alert.raised(Level.ADVISORY));
            await().until(() -> bench.deliveries(id, "RETRYING").size() == 1);
            assertThat(bench.deliveries(id, "RETRYING").get(0).path("reason").asText())
                    .isEqualTo("the mail server cannot be reached");
        } finally {
            bench.startMailServer(port);
        }
        bench.advance(Duration.ofSeconds(5));
        await().until(() -> bench.deliveries(id, "DELIVERED").size() == 1);
    }

    private String agree(String address, String language, String... scope) throws Exception {
        String id = ask(address, language, scope).json().path("id").asText();
        press(firstLink(mail(address.substring(address.indexOf('@') + 1), 0)));
        return id;
    }

    private Bench.Reply ask(String address, String language, String... scope) {
        List<String> regions = scope.length == 0 ? List.of(region) : List.of(scope);
        return bench.post(
                "/v1/subscriptions",
                "{\"channel\":\"email\",\"address\":\"" + address + "\",\"scope\":[\"" + String.join("\",\"", regions)
                        + "\"],\"language\":\"" + language + "\"}");
    }

    private MimeMessage mail(String domain, int number) {
        await().until(() -> bench.mailsTo(domain).size() > number);
        return bench.mailsTo(domain).get(number);
    }

    private static String firstLink(MimeMessage mail) throws MessagingException, IOException {
        Matcher link = LINK.matcher(text(mail));
        assertThat(link.find()).isTrue();
        return URI.create(link.group()).getRawPath();
    }

    private Bench.Reply press(String path) {
        return bench.send(HttpRequest.newBuilder(bench.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return ((String) mail.getContent()).replace("\r\n", "\n");
    }
}
