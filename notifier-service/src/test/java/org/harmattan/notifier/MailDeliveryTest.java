package org.harmattan.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.Test;

class MailDeliveryTest {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Bench bench = Bench.shared();

    @Test
    void anAddressHearsNothingBeforeItsOwnerHasAgreed() throws Exception {
        String region = Bench.region();
        String address = "terrain@agreed.example";
        Bench.Reply asked = ask(address, region, "fr");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().path("status").asText()).isEqualTo("PENDING_CONFIRMATION");
        Alerts unheard = new Alerts(region, Audience.OPEN, bench.clock);
        bench.publish(unheard.raised(Level.ADVISORY));
        await().until(() -> bench.mailsTo("agreed.example").size() == 1);
        MimeMessage question = bench.mailsTo("agreed.example").get(0);
        assertThat(question.getSubject()).isEqualTo("Harmattan\u00a0: confirmez votre abonnement aux alertes");

        String path = confirmationPath(question);
        Bench.Reply scanner = bench.get(path);
        assertThat(scanner.status()).isEqualTo(200);
        assertThat(scanner.body()).contains("Confirmer l’abonnement").contains("<form method=\"post\">");
        Alerts alert = new Alerts(region, Audience.OPEN, bench.clock).ofRule("second");
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> taken(alert));
        assertThat(bench.mailsTo("agreed.example")).hasSize(1);

        assertThat(press(path).body()).contains("Votre abonnement est confirmé");
        bench.publish(alert.escalated(Level.WATCH));
        await().until(() -> bench.mailsTo("agreed.example").size() == 2);
        MimeMessage mail = bench.mailsTo("agreed.example").get(1);
        assertThat(mail.getSubject()).startsWith("VEILLE – ").endsWith("[TLP:GREEN]");
        assertThat(text(mail)).contains("TLP:GREEN").contains("Pour ne plus rien recevoir");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    static boolean taken(Alerts alert) {
        return Bench.shared().taken(alert);
    }

    static Bench.Reply ask(String address, String region, String language) {
        return Bench.shared()
                .post(
                        "/v1/subscriptions",
                        "{\"channel\":\"email\",\"address\":\"" + address + "\",\"scope\":[\"" + region
                                + "\"],\"language\":\"" + language + "\"}");
    }

    static String confirmationPath(MimeMessage question) throws MessagingException, IOException {
        Matcher link = LINK.matcher(text(question));
        assertThat(link.find()).isTrue();
        return URI.create(link.group()).getRawPath();
    }

    static Bench.Reply press(String path) {
        Bench bench = Bench.shared();
        return bench.send(HttpRequest.newBuilder(bench.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    static String text(MimeMessage mail) throws MessagingException, IOException {
        return ((String) mail.getContent()).replace("\r\n", "\n");
    }
}
