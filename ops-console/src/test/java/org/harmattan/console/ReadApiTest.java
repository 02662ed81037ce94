package org.harmattan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.IncidentChange;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.Test;

/** What the topics say is what the API answers. */
class ReadApiTest {

    private final Rig rig = Rig.shared();
    private final Rig.Hand hand = Rig.hand();

    @Test
    void listsEveryRegionInBothLanguagesWithItsNeighbours() {
        JsonNode answer = rig.open("/api/v1/regions");
        assertThat(answer.at("/regions")).hasSize(360);
        JsonNode region = find(answer.at("/regions"), "code", "TD-LC");
        assertThat(region.get("name").asText()).isEqualTo("Lac");
        assertThat(region.get("countryNameFr").asText()).isEqualTo("Tchad");
        assertThat(region.at("/neighbours")).isNotEmpty();
        assertThat(answer.get("tlp").asText()).isEqualTo("TLP:GREEN");
    }

    @Test
    void showsTheNewestScoreOfARegionWithItsReasonsAndSentencesInBothLanguages() {
        hand.publish(Samples.score(Audience.OPEN, "SN-DK", 123));
        hand.publish(Samples.score(Audience.OPEN, "SN-DK", 234));
        await().untilAsserted(() -> assertThat(find(rig.open("/api/v1/scores").at("/scores"), "region", "SN-DK")
                        .at("/figures/escalationTenths")
                        .asInt())
                .isEqualTo(234));

        JsonNode region = rig.open("/api/v1/regions/SN-DK");
        assertThat(region.at("/score/reasons")).hasSize(6);
        assertThat(region.at("/score/reasons/0/share").asInt()).isEqualTo(3_900);
        assertThat(region.at("/en/summary").asText()).contains("23.4", "Dakar");
        assertThat(region.at("/fr/summary").asText()).contains("23,4", "Dakar");
        assertThat(region.at("/history")).hasSize(1);
    }

    @Test
    void saysOfARegionThatNobodyReportsOnThatThereIsNoCoverage() {
        hand.publish(Samples.pulse(Audience.OPEN, Instant.now()));
        await().untilAsserted(() -> {
            JsonNode region = rig.open("/api/v1/regions/GQ-KN");
            assertThat(region.get("score").isNull()).isTrue();
            assertThat(region.at("/en/summary").asText()).isNotBlank();
            assertThat(region.at("/fr/summary").asText()).isNotBlank();
        });
    }

    @Test
    void tellsWhatWasKnownAtATimeInThePast() {
        Instant threeHoursAgo = Instant.now().minus(Duration.ofHours(3));
        hand.publish(Samples.score(Audience.OPEN, "SN-TH", 111, Coverage.COVERED, threeHoursAgo));
        hand.publish(Samples.score(Audience.OPEN, "SN-TH", 222, Coverage.COVERED, Instant.now()));
        await().untilAsserted(
                        () -> assertThat(escalation("/api/v1/scores", "SN-TH")).isEqualTo(222));

        String at = Instant.now().minus(Duration.ofHours(1)).toString();
        assertThat(escalation("/api/v1/scores?at=" + at, "SN-TH")).isEqualTo(111);
        String before = Instant.now().minus(Duration.ofHours(5)).toString();
        assertThat(find(rig.open("/api/v1/scores?at=" + before).at("/scores"), "region", "SN-TH")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void showsAnAlertThroughItsLifeUntilItEnds() {
        AlertEvent raised = Samples.raised(Audience.OPEN, "GN-N", Level.ADVISORY, 233);
        AlertEvent escalated = Samples.next(raised, AlertChange.ESCALATED, Level.WATCH, 340);
        hand.publish(raised);
        hand.publish(escalated);
        String id = raised.getAlertId();
        await().untilAsserted(() -> assertThat(
                        alert("/api/v1/alerts?state=open", id).path("level").asText())
                .isEqualTo("WATCH"));
        JsonNode alert = alert("/api/v1/alerts", id);
        assertThat(alert.get("tlp").asText()).isEqualTo("TLP:GREEN");
        assertThat(alert.at("/en/headline").asText()).startsWith("WATCH");
        assertThat(alert.at("/fr/headline").asText()).startsWith("VEILLE");
        assertThat(alert.get("raisedAt").asText())
                .isEqualTo(raised.getRaisedAt().toString());

        hand.publish(Samples.next(escalated, AlertChange.WITHDRAWN, Level.NONE, 12));
        await().untilAsserted(
                        () -> assertThat(alert("/api/v1/alerts?state=open", id).isMissingNode())
                                .isTrue());
        assertThat(alert("/api/v1/alerts?state=all", id).get("state").asText()).isEqualTo("ENDED");
        assertThat(rig.open("/api/v1/alerts/" + id).at("/events"))
                .extracting(event -> event.get("change").asText())
                .containsExactly("RAISED", "ESCALATED", "WITHDRAWN");
    }

    @Test
    void saysWhenAnAlertWasAcknowledgedUntilItEscalates() {
        AlertEvent raised = Samples.raised(Audience.OPEN, "GN-K", Level.ADVISORY, 233);
        AlertEvent acknowledged = Samples.next(raised, AlertChange.ACKNOWLEDGED, Level.ADVISORY, 233);
        hand.publish(raised);
        hand.publish(acknowledged);
        String id = raised.getAlertId();
        await().untilAsserted(() -> assertThat(
                        alert("/api/v1/alerts", id).path("acknowledgedAt").asText())
                .isEqualTo(acknowledged.getAt().toString()));
        hand.publish(Samples.next(acknowledged, AlertChange.ESCALATED, Level.WATCH, 320));
        await().untilAsserted(() ->
                assertThat(alert("/api/v1/alerts", id).path("level").asText()).isEqualTo("WATCH"));
        assertThat(alert("/api/v1/alerts", id).get("acknowledgedAt").isNull()).isTrue();
    }

    @Test
    void listsTheIncidentsThatStandAndTheTextOfTheirReports() {
        String reportId = UUID.randomUUID().toString();
        hand.publish(Samples.report(reportId, 1, Tlp.GREEN, "Men on motorbikes."));
        IncidentEvent incident = Samples.incident(Audience.OPEN, "SN-KD", IncidentChange.OPENED, List.of(reportId));
        hand.publish(incident);
        await().untilAsserted(() -> assertThat(rig.open("/api/v1/incidents?region=SN-KD")
                        .at("/incidents/0/incidentId")
                        .asText())
                .isEqualTo(incident.getIncidentId()));
        await().untilAsserted(() -> assertThat(rig.open("/api/v1/reports/" + reportId)
                        .at("/report/text")
                        .asText())
                .isEqualTo("Men on motorbikes."));
        JsonNode report = rig.open("/api/v1/reports/" + reportId).get("report");
        assertThat(report.at("/location/place").asText()).isEqualTo("Bandiagara");
        assertThat(report.at("/detail/actors/0").asText()).isEqualTo("JNIM");

        hand.publish(IncidentEvent.newBuilder(incident)
                .setChange(IncidentChange.ENDED)
                .setRevision(incident.getRevision() + 1)
                .setMembers(List.of())
                .build());
        await().untilAsserted(() -> assertThat(
                        rig.open("/api/v1/incidents?region=SN-KD").at("/incidents"))
                .isEmpty());
    }

    @Test
    void sendsTheOutlinesOnceAndThenOnlyTheirTag() {
        HttpResponse<String> first = rig.send(rig.request("/api/v1/boundaries"));
        assertThat(Rig.json(first).at("/features")).hasSize(360);
        assertThat(first.body().length()).isLessThan(600_000);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = rig.send(rig.request("/api/v1/boundaries").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        HttpResponse<String> small = rig.send(rig.request("/api/v1/boundaries").header("Accept-Encoding", "gzip"));
        assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void namesWhatIsWrongWithAQuestion() {
        HttpResponse<String> state = rig.send(rig.request("/api/v1/alerts?state=closed&limit=0"));
        assertThat(state.statusCode()).isEqualTo(400);
        assertThat(Rig.json(state).at("/errors"))
                .extracting(error -> error.get("field").asText())
                .containsExactly("state", "limit");
        assertThat(rig.send(rig.request("/api/v1/scores?at=yesterday")).statusCode())
                .isEqualTo(400);
        assertThat(rig.send(rig.request("/api/v1/incidents?region=XX-1")).statusCode())
                .isEqualTo(400);
        assertThat(rig.send(rig.request("/api/v1/regions/XX-1")).statusCode()).isEqualTo(404);
        assertThat(rig.send(rig.request("/api/v1/regions/ML-9")).statusCode())
                .as("an alias is resolved")
                .isEqualTo(200);
    }

    @Test
    void tellsHowItIsAndIsMeasured() {
        await().untilAsserted(() -> {
            JsonNode health = rig.open("/health");
            assertThat(health.get("status").asText()).isEqualTo("UP");
            assertThat(health.at("/details/readers/details/open/phase").asText())
                    .isEqualTo("READING");
        });
        assertThat(rig.send(rig.request("/prometheus")).body()).contains("harmattan_console_lag_records");
        assertThat(rig.send(rig.request("/swagger/ops-console-1.yml")).body())
                .contains("/api/v1/alerts/{id}/acknowledgement", "/api/v1/stream", "/api/v1/boundaries");
        HttpResponse<String> page = rig.send(rig.request("/"));
        assertThat(page.body()).contains("<title>Harmattan</title>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    private int escalation(String path, String region) {
        return find(rig.open(path).at("/scores"), "region", region)
                .at("/figures/escalationTenths")
                .asInt();
    }

    private JsonNode alert(String path, String id) {
        return find(rig.open(path).at("/alerts"), "alertId", id);
    }

    static JsonNode find(JsonNode list, String field, String value) {
        for (JsonNode one : list) {
            if (one.path(field).asText().equals(value)) {
                return one;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}
