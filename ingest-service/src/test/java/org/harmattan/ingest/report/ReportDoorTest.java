package org.harmattan.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmattan.ingest.RunningIngest.LOCAL;
import static org.harmattan.ingest.RunningIngest.PAPER;
import static org.harmattan.ingest.RunningIngest.TOPICS;
import static org.harmattan.ingest.RunningIngest.json;
import static org.harmattan.ingest.RunningIngest.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.harmattan.ingest.RunningIngest;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.Reliability;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDoorTest {

    @TempDir
    static Path folder;

    static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(folder);
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    private static String attack(String... fields) {
        return attackAt(Instant.now().minus(1, ChronoUnit.HOURS).toString(), fields);
    }

    private static String attackAt(String occurredAt, String... fields) {
        String more = fields.length == 0 ? "" : "," + String.join(",", fields);
        return "{\"kind\":\"attack\",\"occurredAt\":\"" + occurredAt + "\",\"precision\":\"HOUR\","
                + "\"location\":{\"latitude\":14.35,\"longitude\":-3.6,\"place\":\"Bandiagara\"},"
                + "\"eventType\":\"Battles\",\"subEventType\":\"Armed clash\",\"actors\":[\"JNIM\"],"
                + "\"target\":\"MILITARY_INSTALLATION\",\"fatalities\":{\"best\":4,\"low\":2,\"high\":9}" + more + "}";
    }

    @Test
    void aReportIsAnsweredOnceTheBrokerHasIt() {
        String id = UUID.randomUUID().toString();
        HttpResponse<String> response =
                ingest.report(LOCAL, attack("\"reportId\":\"" + id + "\"", "\"credibility\":2"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        JsonNode answer = json(response.body());
        assertThat(answer.path("id").asText()).isEqualTo(id);
        assertThat(answer.path("kind").asText()).isEqualTo("attack");
        assertThat(answer.path("revision").asLong()).isEqualTo(1);
        assertThat(answer.path("region").asText()).isEqualTo("ML-5");
        assertThat(answer.path("topic").asText()).isEqualTo("harmattan.reports.attack");

        AttackReport report = ingest.valueAt(
                        TOPICS.attackReports(),
                        answer.path("partition").asInt(),
                        answer.path("offset").asLong())
                .orElseThrow();
        assertThat(report.getEnvelope().getReportId()).isEqualTo(id);
        assertThat(report.getEnvelope().getSource()).isEqualTo("local");
        assertThat(report.getEnvelope().getReliability()).isEqualTo(Reliability.B);
    }

    @Test
    void theTraceTravelsInAHeaderAndTheTimeOfArrivalIsTheRecords() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        HttpResponse<String> response = ingest.send(HttpRequest.newBuilder(ingest.server.resolve("/v1/reports"))
                .header("Authorization", "Bearer " + LOCAL)
                .header("Content-Type", "application/json")
                .header("traceparent", trace)
                .POST(HttpRequest.BodyPublishers.ofString(attack())));
        JsonNode answer = json(response.body());
        ConsumerRecord<String, byte[]> record = ingest.recordAt(
                        TOPICS.attackReports(),
                        answer.path("partition").asInt(),
                        answer.path("offset").asLong())
                .orElseThrow();
        assertThat(record.key()).isEqualTo(answer.path("id").asText());
        assertThat(new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.US_ASCII))
                .isEqualTo(trace);
        AttackReport report =
                ingest.kafka.deserializer(TOPICS.attackReports()).deserialize(record.topic(), record.value());
        assertThat(record.timestamp())
                .isEqualTo(report.getEnvelope().getReceivedAt().toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "movement|harmattan.reports.movement|\"occurredAt\":\"2026-01-02\",\"location\":{\"latitude\":14.35,\"longitude\":-3.6},\"movement\":\"DISPLACEMENT\",\"actorKind\":\"CIVILIANS\"",
                "context|harmattan.reports.context|\"occurredAt\":\"2026-01-02\",\"factor\":\"LOCAL_ALLIANCE\",\"direction\":1,\"region\":\"ML-5\"",
                "intervention|harmattan.reports.intervention|\"strategy\":\"PEACE_NEGOTIATION\",\"regions\":[\"ML-5\"],\"startsOn\":\"2026-01-02\""
            })
    void everyKindHasItsTopic(String kind, String topic, String fields) {
        HttpResponse<String> response =
                ingest.report(LOCAL, "{\"kind\":\"" + kind + "\"," + fields.replace("2026-01-02", "2025-01-02") + "}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(json(response.body()).path("topic").asText()).isEqualTo(topic);
        assertThat(json(response.body()).path("region").asText()).isEqualTo("ML-5");
    }

    @Test
    void anArrayIsTakenWholeAndAnsweredInItsOrder() {
        List<String> ids = IntStream.range(0, 50).mapToObj(i -> "array-" + i).toList();
        String array = ids.stream()
                .map(id -> attack("\"sourceReportId\":\"" + id + "\""))
                .collect(Collectors.joining(",", "[", "]"));
        HttpResponse<String> response = ingest.report(LOCAL, array);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        JsonNode answers = json(response.body());
        assertThat(answers).hasSize(50);
        Set<String> places = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            assertThat(answers.get(i).path("id").asText()).isEqualTo(ReportIds.derived("local", ids.get(i)));
            places.add(answers.get(i).path("partition") + "@" + answers.get(i).path("offset"));
        }
        assertThat(places).hasSize(50);
        JsonNode last = answers.get(49);
        assertThat(ingest.valueAt(
                        TOPICS.attackReports(),
                        last.path("partition").asInt(),
                        last.path("offset").asLong()))
                .as("readers of committed records see it")
                .isPresent();
    }

    @Test
    void anArrayWithOneBadReportIsNotTakenAtAll() {
        Map<String, Long> before = ingest.ends();
        List<String> reports = new ArrayList<>(List.of(attack(), attack(), attack(), attackAt("yesterday")));
        JsonNode problem = problem(ingest.report(LOCAL, "[" + String.join(",", reports) + "]"), 400);
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo("[3].occurredAt");

        reports.set(3, "7");
        assertThat(problem(ingest.report(LOCAL, "[" + String.join(",", reports) + "]"), 400)
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asText())
                .isEqualTo("[3]");

        String twice = attack("\"sourceReportId\":\"twice\"");
        assertThat(problem(ingest.report(LOCAL, "[" + twice + "," + twice + "]"), 400)
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asText())
                .isEqualTo("[1].reportId");
        assertThat(ingest.ends()).isEqualTo(before);
    }

    @Test
    void anArrayHasOneToAThousandReports() {
        Map<String, Long> before = ingest.ends();
        problem(ingest.report(LOCAL, "[]"), 400);
        String many =
                IntStream.range(0, 1_001).mapToObj(i -> "{\"kind\":1}").collect(Collectors.joining(",", "[", "]"));
        assertThat(problem(ingest.report(LOCAL, many), 400).path("detail").asText())
                .contains("1000");
        String bad = IntStream.range(0, 1_000).mapToObj(i -> "{\"kind\":1}").collect(Collectors.joining(",", "[", "]"));
        assertThat(problem(ingest.report(LOCAL, bad), 400).path("errors")).hasSize(100);
        assertThat(ingest.ends()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tlp|\"tlp\":\"TLP:RED\"",
                "tlp|\"tlp\":\"TLP:AMBER+STRICT\"",
                "tlp|\"tlp\":\"TLP:BLUE\"",
                "status|\"status\":\"EXERCISE\"",
                "colour|\"colour\":\"blue\"",
                "reliability|\"reliability\":\"A\"",
                "source|\"source\":\"paper\"",
                "reportId|\"reportId\":\"no-uuid\"",
                "credibility|\"credibility\":7",
                "injured|\"injured\":-1",
                "occurredUntil|\"occurredUntil\":\"2020-01-01\""
            })
    void aBadFieldIsNamedWithItsFixAndNothingReachesATopic(String field, String sent) {
        Map<String, Long> before = ingest.ends();
        JsonNode error =
                problem(ingest.report(LOCAL, attack(sent)), 400).path("errors").path(0);
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("problem").asText()).isNotBlank();
        assertThat(error.path("fix").asText()).isNotBlank();
        assertThat(ingest.ends()).isEqualTo(before);
    }

    @Test
    void whatHasNotHappenedYetIsRefused() {
        Map<String, Long> before = ingest.ends();
        String soon = Instant.now().plus(16, ChronoUnit.MINUTES).toString();
        JsonNode problem = problem(ingest.report(LOCAL, attackAt(soon)), 400);
        assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo("occurredAt");
        assertThat(problem.path("detail").asText()).contains("15 minutes");
        assertThat(problem(ingest.report(LOCAL, attackAt("2026-02-30T00:00:00Z")), 400)
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asText())
                .isEqualTo("occurredAt");
        assertThat(ingest.ends()).isEqualTo(before);
        assertThat(ingest.report(
                                LOCAL,
                                attackAt(Instant.now()
                                        .plus(14, ChronoUnit.MINUTES)
                                        .toString()))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aPlaceOutsideTheCatalogueIsToldTheNearestRegion() {
        Map<String, Long> before = ingest.ends();
        JsonNode error = problem(ingest.report(LOCAL, attack().replace("14.35", "48.85")), 400)
                .path("errors")
                .path(0);
        assertThat(error.path("field").asText()).isEqualTo("location");
        assertThat(error.path("fix").asText()).contains("nearest region", "km");
        assertThat(ingest.ends()).isEqualTo(before);
    }

    @Test
    void aTlpAboveTheSourcesHighestIsRefused() {
        Map<String, Long> before = ingest.ends();
        JsonNode error = problem(ingest.report(PAPER, attack("\"tlp\":\"TLP:AMBER\"")), 400)
                .path("errors")
                .path(0);
        assertThat(error.path("field").asText()).isEqualTo("tlp");
        assertThat(error.path("fix").asText()).contains("TLP:GREEN");
        assertThat(ingest.ends()).isEqualTo(before);
        assertThat(ingest.report(LOCAL, attack("\"tlp\":\"TLP:AMBER\"")).statusCode())
                .isEqualTo(202);
    }

    @Test
    void brokenJsonNamesTheLineAndQuotesNothing() {
        Map<String, Long> before = ingest.ends();
        HttpResponse<String> response = ingest.report(LOCAL, "{\"kind\":\"attack\",\n  secretplace: 1}");
        assertThat(problem(response, 400).path("detail").asText()).contains("line 2", "column");
        assertThat(response.body()).doesNotContain("secretplace");
        problem(ingest.report(LOCAL, ""), 400);
        problem(ingest.report(LOCAL, attack() + attack()), 400);
        problem(ingest.report(LOCAL, "{\"kind\":\"attack\",\"kind\":\"context\"}"), 400);
        assertThat(ingest.ends()).isEqualTo(before);
    }

    @Test
    void twoMegabytesAreTooMuch() {
        Map<String, Long> before = ingest.ends();
        JsonNode problem = problem(ingest.report(LOCAL, attack("\"text\":\"" + "x".repeat(2_000_000) + "\"")), 413);
        assertThat(problem.path("type").asText()).endsWith("too-large");
        assertThat(ingest.ends()).isEqualTo(before);
    }

    @Test
    void onlyAnActiveSourceMayReport() {
        Map<String, Long> before = ingest.ends();
        problem(
                ingest.send(HttpRequest.newBuilder(ingest.server.resolve("/v1/reports"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(attack()))),
                401);
        problem(ingest.report("a-key-that-nobody-holds", attack()), 401);
        problem(ingest.report(RunningIngest.ROTATED, attack()), 401);
        assertThat(problem(ingest.report(RunningIngest.GONE, attack()), 403)
                        .path("detail")
                        .asText())
                .contains("revoked");
        assertThat(problem(ingest.report(RunningIngest.ANALYST, attack()), 403)
                        .path("detail")
                        .asText())
                .contains("source");
        problem(ingest.report(RunningIngest.ADMINISTRATOR, attack()), 403);
        assertThat(ingest.ends()).isEqualTo(before);
    }

    @Test
    void aFormIsNoJson() {
        Map<String, Long> before = ingest.ends();
        problem(
                ingest.send(HttpRequest.newBuilder(ingest.server.resolve("/v1/reports"))
                        .header("Authorization", "Bearer " + LOCAL)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(attack()))),
                415);
        problem(ingest.get("/v1/reports"), 405);
        assertThat(ingest.ends()).isEqualTo(before);
    }

    @Test
    void healthMetricsAndDocumentationAreThereForEverybodyOnThisMachine() {
        JsonNode health = json(ingest.get("/health").body());
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.path("details")
                        .path("ingest")
                        .path("details")
                        .path("sources")
                        .asText())
                .isEqualTo("known");
        assertThat(ingest.get("/health/readiness").statusCode()).isEqualTo(200);
        assertThat(ingest.get("/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(ingest.get("/swagger/harmattan-ingest-1.yml").body()).contains("/v1/reports");
    }
}
