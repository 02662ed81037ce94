package org.harmattan.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.harmattan.notifier.webhook.Signature;
import org.harmattan.notifier.webhook.WebhookSecret;

/** A webhook's endpoint: keeps what it is sent and answers as it is told. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            calls.add(new Call(
                    Objects.requireNonNull(headers.getFirst("webhook-id")),
                    Objects.requireNonNull(headers.getFirst("webhook-timestamp")),
                    Objects.requireNonNull(headers.getFirst("webhook-signature")),
                    new String(body, StandardCharsets.UTF_8)));
            if (status >= 300 && status < 400) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    /** One call. */
    record Call(String id, String timestamp, String signature, String body) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode alert() {
            return json().path("data").path("alerts").path(0);
        }

        List<String> changes() {
            List<String> changes = new ArrayList<>();
            json().path("data")
                    .path("alerts")
                    .forEach(alert -> changes.add(alert.path("change").asText()));
            return changes;
        }

        boolean isSignedWith(String secret) {
            return signature.equals(Signature.of(
                    WebhookSecret.of(secret),
                    id,
                    Instant.ofEpochSecond(Long.parseLong(timestamp)),
                    body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void answerWith(int newStatus) {
        status = newStatus;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Calls that tell of an alert. */
    List<Call> callsAbout(String alertId) {
        return calls.stream().filter(call -> call.body().contains(alertId)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
