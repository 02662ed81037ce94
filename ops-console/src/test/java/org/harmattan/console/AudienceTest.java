package org.harmattan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.IncidentChange;
import org.harmattan.schemas.assessment.IncidentEvent;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.report.AttackReport;
import org.harmattan.schemas.report.ReportEnvelope;
import org.junit.jupiter.api.Test;

/** Every answer is for one audience: what is restricted is in no open answer, and nothing is mixed. */
class AudienceTest {

    private static final String REGION = "CM-EN";

    private final Rig rig = Rig.shared();
    private final Rig.Hand hand = Rig.hand();

    @Test
    void whatIsRestrictedIsInNoOpenAnswerAndInNoOpenStream() {
        String text = "Patrol at " + UUID.randomUUID();
        AttackReport report = Samples.report(UUID.randomUUID().toString(), 1, Tlp.AMBER, text);
        String reportId = report.getEnvelope().getReportId();
        AlertEvent alert = Samples.raised(Audience.RESTRICTED, REGION, Level.WARNING, 444);
        IncidentEvent incident =
                Samples.incident(Audience.RESTRICTED, REGION, IncidentChange.OPENED, List.of(reportId));
        RegionScore score = Samples.score(Audience.RESTRICTED, REGION, 444);
        try (SseReader open = rig.stream();
                SseReader restricted = rig.stream("Authorization", "Bearer " + Rig.ANALYST)) {
            await().until(() -> !open.events("hello").isEmpty()
                    && !restricted.events("hello").isEmpty());
            hand.publish(report);
            hand.publish(incident);
            hand.publish(score);
            hand.publish(alert);
            await().until(() -> restricted.told(alert.getAlertId()) && restricted.told("\"escalationTenths\":444"));
            await().untilAsserted(() -> assertThat(
                            rig.restricted("/api/v1/regions/" + REGION).toString())
                    .contains(alert.getAlertId(), incident.getIncidentId(), "\"escalationTenths\":444"));
            await().untilAsserted(() -> assertThat(
                            rig.restricted("/api/v1/reports/" + reportId).toString())
                    .contains(text));

            // what is published after it comes through, so what was published before it would have come too
            AlertEvent later = Samples.raised(Audience.OPEN, "CM-NO", Level.ADVISORY, 222);
            hand.publish(later);
            await().until(() -> open.told(later.getAlertId()));
            for (String path : List.of(
                    "/api/v1/scores",
                    "/api/v1/alerts?state=all",
                    "/api/v1/incidents",
                    "/api/v1/incidents?region=" + REGION,
                    "/api/v1/regions/" + REGION)) {
                assertThat(rig.open(path).toString())
                        .as(path)
                        .doesNotContain(alert.getAlertId(), incident.getIncidentId(), reportId, text, "TLP:AMBER")
                        .doesNotContain("\"escalationTenths\":444");
            }
            for (String path : List.of("/api/v1/alerts/" + alert.getAlertId(), "/api/v1/reports/" + reportId)) {
                assertThat(rig.send(rig.request(path)).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(open.events().toString())
                    .doesNotContain(alert.getAlertId(), "TLP:AMBER", "RESTRICTED", "\"escalationTenths\":444");
        }
    }

    @Test
    void theRestrictedViewHoldsNoOpenRecordBesideItsOwn() {
        AlertEvent open = Samples.raised(Audience.OPEN, "CM-AD", Level.ADVISORY, 211);
        AlertEvent restricted = Samples.raised(Audience.RESTRICTED, "CM-AD", Level.WATCH, 333);
        hand.publish(open);
        hand.publish(restricted);
        await().untilAsserted(() ->
                assertThat(rig.restricted("/api/v1/regions/CM-AD").toString()).contains(restricted.getAlertId()));
        await().untilAsserted(() ->
                assertThat(rig.open("/api/v1/regions/CM-AD").toString()).contains(open.getAlertId()));
        assertThat(rig.restricted("/api/v1/regions/CM-AD").toString())
                .contains("\"tlp\":\"TLP:AMBER\"")
                .doesNotContain(open.getAlertId());
        assertThat(rig.open("/api/v1/regions/CM-AD").toString()).doesNotContain(restricted.getAlertId());
    }

    @Test
    void aRevisionAboveGreenTakesTheReportOutOfTheOpenView() {
        String id = UUID.randomUUID().toString();
        hand.publish(Samples.report(id, 1, Tlp.GREEN, "first"));
        await().untilAsserted(() ->
                assertThat(rig.open("/api/v1/reports/" + id).toString()).contains("first"));
        hand.publish(Samples.report(id, 2, Tlp.AMBER, "second"));
        await().untilAsserted(() ->
                assertThat(rig.restricted("/api/v1/reports/" + id).toString()).contains("second"));
        assertThat(rig.send(rig.request("/api/v1/reports/" + id)).statusCode()).isEqualTo(404);
    }

    @Test
    void aRetractionIsAsVisibleAsWhatItTakesBackAndShowsNoneOfItsText() {
        String id = UUID.randomUUID().toString();
        AttackReport report = Samples.report(id, 1, Tlp.AMBER, "a hidden place");
        hand.publish(report);
        hand.publish(Samples.retraction(report));
        await().untilAsserted(() -> assertThat(rig.restricted("/api/v1/reports/" + id)
                        .at("/report/action")
                        .asText())
                .isEqualTo("RETRACT"));
        assertThat(rig.restricted("/api/v1/reports/" + id).toString()).doesNotContain("a hidden place");
        assertThat(rig.send(rig.request("/api/v1/reports/" + id)).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherSourceNeitherReplacesNorHidesAReport() {
        String id = UUID.randomUUID().toString();
        AttackReport first = Samples.report(id, 1, Tlp.GREEN, "first");
        AttackReport strange = Samples.report(id, 9, Tlp.AMBER, "strange");
        hand.publish(first);
        hand.publish(AttackReport.newBuilder(strange)
                .setEnvelope(ReportEnvelope.newBuilder(strange.getEnvelope())
                        .setSource("stranger")
                        .setReceivedAt(first.getEnvelope().getReceivedAt().plusSeconds(1))
                        .build())
                .build());
        hand.publish(Samples.report(id, 2, Tlp.GREEN, "second"));
        await().untilAsserted(() ->
                assertThat(rig.open("/api/v1/reports/" + id).toString()).contains("second"));
        assertThat(rig.restricted("/api/v1/reports/" + id).toString()).doesNotContain("strange");
    }

    @Test
    void anUnknownLabelCountsAsAmber() {
        String id = UUID.randomUUID().toString();
        hand.publish(Samples.report(id, 1, Tlp.UNKNOWN, "who may see this"));
        await().untilAsserted(() ->
                assertThat(rig.restricted("/api/v1/reports/" + id).toString()).contains("who may see this"));
        assertThat(rig.send(rig.request("/api/v1/reports/" + id)).statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownKeyIsRefusedAndNotTakenForNoKey() {
        assertThat(rig.send(rig.request("/api/v1/alerts", "a-key-that-nobody-holds"))
                        .statusCode())
                .isEqualTo(401);
    }
}
