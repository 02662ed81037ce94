package org.harmattan.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.harmattan.parts.PartFailure;

/** Asks services how they are. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String UP = "UP";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    /**
     * Returns when a service says that it is up.
     *
     * @throws PartFailure if it does not within 90 s; the message has what it said last
     */
    void await(ServiceStart service) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String said = ask(service);
        while (!said.equals(UP)) {
            if (System.nanoTime() > deadline) {
                throw new PartFailure(service.name() + " is not up after " + PATIENCE.toSeconds() + " s: " + said
                        + ". The log says more.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            said = ask(service);
        }
    }

    /** {@code UP}, or what is wrong in a few words. */
    String ask(ServiceStart service) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Ports.url(service.port()) + "/health"))
                .timeout(ANSWER)
                .build();
        try {
            return said(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return "no answer (" + e.getClass().getSimpleName() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while waiting for " + service.name() + ".", e);
        }
    }

    private static String said(String body) {
        try {
            JsonNode health = JSON.readTree(body);
            if (health.path("status").asText().equals(UP)) {
                return UP;
            }
            Map<String, String> troubles = new TreeMap<>();
            health.path("details").properties().forEach(part -> {
                if (!part.getValue().path("status").asText().equals(UP)) {
                    troubles.put(part.getKey(), part.getValue().path("details").toString());
                }
            });
            return troubles.isEmpty() ? health.path("status").asText("no status") : troubles.toString();
        } catch (JsonProcessingException e) {
            return "an answer that is no JSON";
        }
    }
}
