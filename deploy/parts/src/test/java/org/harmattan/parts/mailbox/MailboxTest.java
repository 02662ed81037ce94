package org.harmattan.parts.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.harmattan.parts.DataDirectory;
import org.harmattan.parts.LoopbackPorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    private static final String TEXT = "Montée à Ménaka.\n\nConfirmer : http://127.0.0.1:8082/confirm?t=a&b=<1>.\n";
    private static final String HTML = "<p>Montée</p><script>alert(1)</script>";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void aMailComesOutAsItWentInAndStaysThroughARestart() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            try (Mailbox mailbox = Mailbox.start(directory, 0, 0)) {
                send(mailbox, "Alerte: Ménaka — niveau 2", "watch@example.org", "second@example.org");
                assertMail(only(mailbox));
            }
            try (Mailbox mailbox = Mailbox.start(directory, 0, 0)) {
                assertMail(only(mailbox));
            }
        }
    }

    @Test
    void thePageLinksWhatCanBeClickedAndEscapesEverythingElse() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data);
                Mailbox mailbox = Mailbox.start(directory, 0, 0)) {
            send(mailbox, "<b>bold</b>", "watch@example.org");
            String list = get(mailbox, "/").body();
            assertThat(list).contains("&lt;b&gt;bold&lt;/b&gt;").doesNotContain("<b>bold</b>");

            String id = mailbox.messages().get(0).id();
            HttpResponse<String> page = get(mailbox, "/messages/" + id);
            assertThat(page.body())
                    .contains("<a href=\"http://127.0.0.1:8082/confirm?t=a&amp;b=\"")
                    .contains("Ménaka.")
                    .contains("<iframe title=\"HTML part of this mail\" sandbox=\"allow-popups")
                    .doesNotContain("<script>alert(1)");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'");

            HttpResponse<String> foreign = get(mailbox, "/messages/" + id + "/html");
            assertThat(foreign.body()).contains(HTML);
            assertThat(foreign.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("sandbox allow-popups")
                    .doesNotContain("allow-scripts");
            assertThat(get(mailbox, "/messages/" + id + "/source").body()).contains("Subject: <b>bold</b>");
        }
    }

    @Test
    void answersJsonHealthAndDeletion() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data);
                Mailbox mailbox = Mailbox.start(directory, 0, 0)) {
            send(mailbox, "one", "a@example.org");
            send(mailbox, "two", "b@example.org");
            JsonNode mails =
                    new ObjectMapper().readTree(get(mailbox, "/api/messages").body());
            assertThat(mails).hasSize(2);
            assertThat(mails.get(0).get("subject").asText()).isEqualTo("two");
            assertThat(mails.get(0).get("to").get(0).asText()).isEqualTo("b@example.org");
            assertThat(mails.get(0).get("headers").get("List-Unsubscribe").asText())
                    .isEqualTo("<http://127.0.0.1:8082/stop>");
            assertThat(Instant.parse(mails.get(0).get("receivedAt").asText())).isBeforeOrEqualTo(Instant.now());
            assertThat(get(mailbox, "/health").body()).contains("\"status\":\"UP\"");
            assertThat(get(mailbox, "/messages/0-0").statusCode()).isEqualTo(404);

            HttpRequest delete = HttpRequest.newBuilder(URI.create(mailbox.url() + "/api/messages"))
                    .DELETE()
                    .build();
            assertThat(client.send(delete, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
            assertThat(mailbox.messages()).isEmpty();
        }
        try (DataDirectory directory = DataDirectory.open(data);
                Mailbox mailbox = Mailbox.start(directory, 0, 0)) {
            assertThat(mailbox.messages()).isEmpty();
        }
    }

    @Test
    void answersNoPageElsewhereThatGivesItselfThisAddress() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data);
                Mailbox mailbox = Mailbox.start(directory, 0, 0);
                Socket socket = new Socket(
                        LoopbackPorts.address(), URI.create(mailbox.url()).getPort())) {
            socket.getOutputStream()
                    .write("GET /api/messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void keepsTheNewestWhenItIsFull() throws Exception {
        MailStore store = new MailStore(data, 2);
        for (String subject : List.of("one", "two", "three")) {
            byte[] mail = ("Subject: " + subject + "\r\n\r\nbody").getBytes(StandardCharsets.US_ASCII);
            store.add(Instant.now(), "from@example.org", List.of("to@example.org"), mail);
        }
        assertThat(store.all()).extracting(Mail::subject).containsExactly("three", "two");
        assertThat(new MailStore(data, 2).all()).extracting(Mail::subject).containsExactly("three", "two");
    }

    @Test
    void aMailThatCannotBeReadIsShownWithItsSource() throws Exception {
        MailStore store = new MailStore(data, 2);
        byte[] broken =
                "Content-Type: multipart/mixed; boundary=x\r\n\r\nno such boundary".getBytes(StandardCharsets.US_ASCII);
        Mail mail = store.add(Instant.now(), "", List.of("to@example.org"), broken);
        assertThat(mail.subject()).isEqualTo("(unreadable)");
        assertThat(mail.raw().source()).contains("no such boundary");
    }

    private static void assertMail(Mail mail) {
        assertThat(mail.from()).isEqualTo("alerts@example.org");
        assertThat(mail.to()).containsExactly("watch@example.org", "second@example.org");
        assertThat(mail.subject()).isEqualTo("Alerte: Ménaka — niveau 2");
        assertThat(mail.text().replace("\r\n", "\n")).isEqualTo(TEXT);
        assertThat(mail.html()).isEqualTo(HTML);
        assertThat(mail.headers()).containsEntry("List-Unsubscribe", "<http://127.0.0.1:8082/stop>");
    }

    private static Mail only(Mailbox mailbox) {
        assertThat(mailbox.messages()).hasSize(1);
        return mailbox.messages().get(0);
    }

    private static void send(Mailbox mailbox, String subject, String... to) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", LoopbackPorts.HOST);
        properties.setProperty("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        properties.setProperty("mail.smtp.localhost", "localhost");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("alerts@example.org"));
        for (String recipient : to) {
            message.addRecipient(Message.RecipientType.BCC, new InternetAddress(recipient));
        }
        message.setSubject(subject, "UTF-8");
        message.setHeader("List-Unsubscribe", "<http://127.0.0.1:8082/stop>");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(TEXT, "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(HTML, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }

    private HttpResponse<String> get(Mailbox mailbox, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(mailbox.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
