package org.harmattan.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RegistryTest {
    private static final String SCHEMA = "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void keepsSchemasAndTheirIdsThroughAKill() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data)) {
            String id;
            try (Registry registry = Registry.start(directory, 0)) {
                id = register(registry, "first-value");
                registry.process().destroyForcibly();
                registry.process().onExit().get();
            }
            try (Registry registry = Registry.start(directory, 0)) {
                assertThat(register(registry, "first-value")).isEqualTo(id);
                assertThat(get(registry.url() + "/subjects")).isEqualTo("[\"first-value\"]");
            }
        }
    }

    @Test
    void saysHowToGetTheProgramWhenItIsNotThere() {
        String home = System.getProperty(Registry.HOME_PROPERTY);
        System.setProperty(Registry.HOME_PROPERTY, data.resolve("nowhere").toString());
        try (DataDirectory directory = DataDirectory.open(data)) {
            assertThatThrownBy(() -> Registry.start(directory, 0))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining(Registry.HOME_PROPERTY)
                    .hasMessageContaining("mvn -pl deploy/parts");
        } finally {
            System.setProperty(Registry.HOME_PROPERTY, home);
        }
    }

    private String register(Registry registry, String subject) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(SCHEMA))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private String get(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
