package org.harmattan.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestServiceTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Nothing listens on these ports. */
    private static Map<String, Object> alone(Map<String, Object> more) {
        Map<String, Object> configuration = new HashMap<>(Map.of(
                "harmattan.kafka.bootstrap-servers", "127.0.0.1:1",
                "harmattan.registry.url", "http://127.0.0.1:1/apis/ccompat/v7",
                "micronaut.server.port", -1));
        configuration.putAll(more);
        return configuration;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void withoutABrokerItIsDownAndTakesNothingAndStopsWhenTold() throws Exception {
        URI server;
        try (ApplicationContext context = IngestService.start(alone(Map.of()))) {
            server = context.getBean(EmbeddedServer.class).getURI();
            HttpResponse<String> health = send(HttpRequest.newBuilder(server.resolve("/health")));
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("does not answer");
            assertThat(send(HttpRequest.newBuilder(server.resolve("/health/liveness")))
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> report = send(HttpRequest.newBuilder(server.resolve("/v1/reports"))
                    .header("Authorization", "Bearer whoever-that-may-be")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(report.statusCode()).isEqualTo(503);
            assertThat(report.body()).contains("urn:harmattan:problem:starting");
        }
        assertThatThrownBy(() -> send(HttpRequest.newBuilder(server.resolve("/health"))))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aWrongValueStopsTheStartWithItsName() {
        assertThatThrownBy(() -> IngestService.start(alone(Map.of("harmattan.import.rows-in-flight", 0))))
                .hasStackTraceContaining("rowsInFlight")
                .hasStackTraceContaining("1");
        assertThatThrownBy(() -> IngestService.start(alone(Map.of("harmattan.import.receipt-wait", "0s"))))
                .hasStackTraceContaining("harmattan.import.receipt-wait");
        assertThatThrownBy(() -> IngestService.start(alone(Map.of("harmattan.keys-file", "/nowhere/keys.json"))))
                .hasStackTraceContaining("harmattan.keys-file");
    }
}
