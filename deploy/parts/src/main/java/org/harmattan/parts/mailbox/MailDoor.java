package org.harmattan.parts.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the mailbox answers over HTTP: the pages, the JSON, the health. */
final class MailDoor implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MailDoor.class);

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int FAILED = 500;
    private static final int NONCE_BYTES = 16;

    private static final Pattern MESSAGE = Pattern.compile("/messages/([0-9-]{1,40})(/html|/source)?");
    private static final Pattern LOCAL_HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MailStore store;

    MailDoor(MailStore store) {
        this.store = store;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (IOException | RuntimeException e) {
                LOG.error("The mailbox could not answer {}", exchange.getRequestURI(), e);
                answer = Answer.text(FAILED, "The mailbox failed; its log says why.");
            }
            send(exchange, answer);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        if (!LOCAL_HOST.matcher(host).matches()) {
            // A web page elsewhere must not read confirmation links by giving its own name this address.
            return Answer.text(FORBIDDEN, "The mailbox answers only to localhost.");
        }
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> read(path);
            case "DELETE" -> delete(path);
            default -> Answer.text(NOT_ALLOWED, "Use GET, or DELETE on /api/messages.");
        };
    }

    private Answer delete(String path) throws IOException {
        if (!path.equals("/api/messages")) {
            return Answer.text(NOT_ALLOWED, "Only /api/messages can be deleted.");
        }
        store.clear();
        return new Answer(NO_CONTENT, "text/plain", "", "default-src 'none'");
    }

    private Answer read(String path) throws IOException {
        return switch (path) {
            case "/" -> page(nonce -> MailPage.list(store.all(), nonce));
            case "/health" ->
                Answer.json("{\"status\":\"UP\",\"messages\":" + store.all().size() + "}");
            case "/api/messages" -> Answer.json(json(store.all()));
            default -> message(path);
        };
    }

    private Answer message(String path) {
        Matcher matcher = MESSAGE.matcher(path);
        Optional<Mail> mail = matcher.matches() ? store.find(matcher.group(1)) : Optional.empty();
        if (mail.isEmpty()) {
            return page(NOT_FOUND, MailPage::missing);
        }
        String view = Optional.ofNullable(matcher.group(2)).orElse("");
        return switch (view) {
            case "/html" -> Answer.foreign(mail.get().html());
            case "/source" -> Answer.text(OK, mail.get().raw().source());
            default -> page(nonce -> MailPage.message(mail.get(), nonce));
        };
    }

    private static Answer page(Page page) {
        return page(OK, page);
    }

    private static Answer page(int status, Page page) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String policy = "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce
                + "'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return new Answer(status, "text/html; charset=utf-8", page.render(nonce), policy);
    }

    private static String json(List<Mail> mails) throws IOException {
        ArrayNode array = JSON.createArrayNode();
        for (Mail mail : mails) {
            ObjectNode node = array.addObject();
            node.put("id", mail.id());
            node.put("receivedAt", mail.receivedAt().toString());
            node.put("from", mail.from());
            mail.to().forEach(node.putArray("to")::add);
            node.put("subject", mail.subject());
            node.put("text", mail.text());
            node.put("html", mail.html());
            ObjectNode headers = node.putObject("headers");
            mail.headers().forEach(headers::put);
        }
        return JSON.writeValueAsString(array);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Content-Security-Policy", answer.policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        boolean bare = exchange.getRequestMethod().equals("HEAD") || answer.status() == NO_CONTENT;
        exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }

    /** A page that may run its own style and script, told by a nonce, and nothing else. */
    @FunctionalInterface
    private interface Page {
        String render(String nonce);
    }

    /**
     * What goes back.
     *
     * @param status HTTP status
     * @param type media type
     * @param body as text, sent as UTF-8
     * @param policy the content security policy
     */
    private record Answer(int status, String type, String body, String policy) {
        static Answer text(int status, String body) {
            return new Answer(status, "text/plain; charset=utf-8", body, "default-src 'none'");
        }

        static Answer json(String body) {
            return new Answer(OK, "application/json", body, "default-src 'none'");
        }

        /** Somebody else's HTML: no script, nothing loaded, links open outside. */
        static Answer foreign(String html) {
            return new Answer(
                    OK,
                    "text/html; charset=utf-8",
                    html,
                    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                            + " style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
        }
    }
}
