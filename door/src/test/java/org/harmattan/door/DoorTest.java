package org.harmattan.door;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DoorTest {

    private static final String ADMINISTRATOR = "the-key-of-the-administrator";
    private static final String ANALYST = "the-key-of-the-analyst";

    @TempDir
    static Path folder;

    static ApplicationContext context;
    static URI server;
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.json"), """
                {"administrator":"%s","watchOfficer":"the-key-of-the-watch-officer","analyst":"%s","source.local":"x"}""".formatted(ADMINISTRATOR, ANALYST));
        context = ApplicationContext.run(Map.of(
                "harmattan.service",
                "test",
                "harmattan.keys-file",
                keys.toString(),
                "micronaut.server.port",
                -1,
                "micronaut.server.host",
                "127.0.0.1",
                "micronaut.serde.deserialization.ignore-unknown",
                false,
                "micronaut.server.max-request-buffer-size",
                2000));
        server = context.getBean(EmbeddedServer.class).start().getURI();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> post(String path, String body) throws Exception {
        return send(to(path).header("Authorization", "Bearer " + ANALYST)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode problem(HttpResponse<String> response, int status, String slug) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(response.body());
        assertThat(problem.path("type").asText()).isEqualTo("urn:harmattan:problem:" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).startsWith("/");
        return problem;
    }

    static void namesField(HttpResponse<String> response, String field) throws Exception {
        JsonNode error = problem(response, 400, "bad-fields").path("errors").path(0);
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("problem").asText()).isNotBlank();
        assertThat(error.path("fix").asText()).isNotBlank();
    }

    @Test
    void withoutAKeyOnLoopbackOneReadsWhatIsOpen() throws Exception {
        assertThat(send(to("/things")).body()).isEqualTo("UNKNOWN OPEN -");
    }

    @Test
    void withoutAKeyNothingIsWritten() throws Exception {
        HttpResponse<String> response = send(to("/things").POST(HttpRequest.BodyPublishers.ofString("{}")));
        JsonNode error = problem(response, 401, "key-needed").path("errors").path(0);
        assertThat(error.path("field").asText()).isEqualTo("Authorization");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void behindAProxyNobodyIsOnLoopback() throws Exception {
        problem(send(to("/things").header("X-Forwarded-For", "203.0.113.9")), 401, "key-needed");
    }

    @Test
    void aKeyIsKnownByItsRole() throws Exception {
        assertThat(send(to("/things").header("Authorization", "Bearer " + ADMINISTRATOR))
                        .body())
                .isEqualTo("ADMINISTRATOR RESTRICTED -");
    }

    @Test
    void aSourcesKeyIsLookedUpInTheSourceRegistry() throws Exception {
        assertThat(send(to("/things").header("Authorization", "bearer a-key-of-a-source"))
                        .body())
                .isEqualTo("REPORTER OPEN local");
    }

    @Test
    void anUnknownKeyIsRefusedEvenWhereNoneIsNeeded() throws Exception {
        problem(send(to("/things").header("Authorization", "Bearer nobody-holds-this-one")), 401, "key-unknown");
        problem(send(to("/things").header("Authorization", "Bearer x")), 401, "key-unknown");
        problem(send(to("/things").header("Authorization", "Basic eDp5")), 401, "key-unreadable");
    }

    @Test
    void aRouteThatNeedsNoKeyLetsEverybodyWrite() throws Exception {
        HttpResponse<String> response = send(
                to("/things/open").header("X-Forwarded-For", "203.0.113.9").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(response.body()).isEqualTo("UNKNOWN");
    }

    @Test
    void aKeyOfAnotherRoleIsToldWhichRoleIsNeeded() throws Exception {
        JsonNode problem = problem(post("/things/rules", ""), 403, "not-allowed");
        assertThat(problem.path("detail").asText()).contains("analyst", "administrator or watch officer");
    }

    @Test
    void brokenJsonNamesLineAndColumnAndQuotesNothing() throws Exception {
        HttpResponse<String> response = post("/things", "{\"name\":\n  secret}");
        JsonNode problem = problem(response, 400, "broken-json");
        assertThat(problem.path("detail").asText()).contains("line 2");
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void anUnknownFieldIsNamed() throws Exception {
        namesField(post("/things", "{\"name\":\"a\",\"size\":1,\"weight\":2}"), "weight");
    }

    @Test
    void aValueOfTheWrongKindIsNamed() throws Exception {
        HttpResponse<String> response = post("/things", "{\"name\":\"a\",\"size\":\"secret\"}");
        namesField(response, "size");
        assertThat(response.body()).doesNotContain("secret");
        namesField(post("/things", "{\"name\":\"a\",\"size\":1,\"colour\":\"GREEN\"}"), "colour");
    }

    @Test
    void aValueOutOfBoundsIsNamed() throws Exception {
        namesField(post("/things", "{\"name\":\"a\",\"size\":10}"), "size");
        namesField(post("/things", "{\"size\":1}"), "name");
    }

    @Test
    void aBadQueryIsNamed() throws Exception {
        namesField(send(to("/things/counted?limit=secret")), "limit");
        namesField(send(to("/things/counted")), "limit");
    }

    @Test
    void whatDoesNotFitThePathIsAProblemToo() throws Exception {
        problem(send(to("/nothing")), 404, "not-found");
        assertThat(problem(send(to("/things/open")), 405, "method-not-allowed")
                        .path("detail")
                        .asText())
                .contains("POST");
        problem(
                send(to("/things")
                        .header("Authorization", "Bearer " + ANALYST)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))),
                415,
                "media-type");
        JsonNode large =
                problem(post("/things", "{\"name\":\"" + "x".repeat(3000) + "\",\"size\":1}"), 413, "too-large");
        assertThat(large.path("errors").path(0).path("field").asText()).isEqualTo("body");
        assertThat(large.path("errors").path(0).path("fix").asText()).contains("2000 bytes");
    }

    @Test
    void theUnexpectedIsAnsweredAndLoggedWithoutItsMessage() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        logger.addAppender(log);
        HttpResponse<String> response = send(to("/things/broken"));
        logger.detachAppender(log);

        problem(response, 500, "unexpected");
        assertThat(response.body()).doesNotContain("top secret").doesNotContain("IllegalState");
        assertThat(log.list).hasSize(1);
        assertThat(log.list.get(0).getFormattedMessage())
                .contains("IllegalStateException", "BehindTheDoor.broken")
                .doesNotContain("top secret");
        assertThat(log.list.get(0).getThrowableProxy()).isNull();
    }
}
