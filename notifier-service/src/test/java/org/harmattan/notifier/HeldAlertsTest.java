package org.harmattan.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeldAlertsTest {

    private final Bench bench = Bench.shared();
    private final Receiver receiver = new Receiver();
    private final String region = Bench.region();
    private final Alerts alert = new Alerts(region, Audience.OPEN, bench.clock);

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void anOldEventIsSentByNobodyUntilAPersonReleasesItsAlert() {
        String id = bench.subscribe(receiver, region).path("id").asText();
        var raised = alert.raised(Level.ADVISORY);
        var escalated = alert.escalated(Level.WATCH);
        bench.advance(Duration.ofHours(6).plusSeconds(1));
        bench.publish(raised);
        bench.publish(escalated);
        await().until(() -> bench.taken(alert));
        assertThat(held(alert))
                .extracting(entry -> entry.path("version").asInt())
                .containsExactly(2);
        await().until(() -> bench.get("/health").json().path("status").asText().equals("DEGRADED"));
        await().until(() -> bench.outcomes(id).stream()
                .anyMatch(outcome -> outcome.getState().name().equals("HELD")));
        assertThat(receiver.calls()).isEmpty();

        Bench.Reply released = bench.post("/v1/held/" + alert.id() + "/release", "", Bench.key(Bench.WATCH_OFFICER));
        assertThat(released.json().path("subscriptionsTold").asInt()).isEqualTo(1);
        await().until(() -> receiver.calls().size() == 1);
        assertThat(receiver.calls().get(0).alert().path("released").asBoolean()).isTrue();
        assertThat(receiver.calls().get(0).alert().path("level").asText()).isEqualTo("WATCH");
        assertThat(held(alert)).isEmpty();
        assertThat(bench.get("/health").json().path("status").asText()).isEqualTo("UP");
        assertThat(bench.post("/v1/held/" + alert.id() + "/release", "", Bench.key(Bench.WATCH_OFFICER))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anOldAlertThatHasEndedIsHeldForGood() {
        bench.subscribe(receiver, region);
        var raised = alert.raised(Level.ADVISORY);
        var cleared = alert.cleared();
        bench.advance(Duration.ofHours(7));
        bench.publish(raised);
        bench.publish(cleared);
        await().until(() -> bench.taken(alert));
        assertThat(held(alert)).isEmpty();
        assertThat(bench.post("/v1/held/" + alert.id() + "/release", "", Bench.key(Bench.WATCH_OFFICER))
                        .status())
                .isEqualTo(404);
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void aPersonsWorkOnAHeldAlertDoesNotHideIt() {
        var raised = alert.raised(Level.ADVISORY);
        bench.advance(Duration.ofHours(7));
        bench.publish(raised);
        bench.publish(alert.acknowledged());
        await().until(() -> bench.taken(alert));
        assertThat(held(alert)).hasSize(1);
        bench.post("/v1/held/" + alert.id() + "/release", "", Bench.key(Bench.WATCH_OFFICER));
    }

    @Test
    void aFreshCorrectionOfAHeldAlertWaitsInItsPlace() {
        bench.subscribe(receiver, region);
        var raised = alert.raised(Level.WATCH);
        bench.advance(Duration.ofHours(7));
        bench.publish(raised);
        bench.publish(alert.corrected());
        await().until(() -> bench.taken(alert));
        assertThat(held(alert))
                .extracting(entry -> entry.path("version").asInt())
                .containsExactly(2);
        assertThat(receiver.calls()).isEmpty();

        bench.post("/v1/held/" + alert.id() + "/release", "", Bench.key(Bench.WATCH_OFFICER));
        await().until(() -> receiver.calls().size() == 1);
        assertThat(held(alert)).isEmpty();
    }

    @Test
    void whoWasToldHearsAFreshCorrectionOfAHeldAlertAtOnce() {
        bench.subscribe(receiver, region);
        bench.publish(alert.raised(Level.WATCH));
        await().until(() -> receiver.calls().size() == 1);
        var escalated = alert.escalated(Level.WARNING);
        bench.restart(() -> {
            bench.clock.advance(Duration.ofHours(7));
            bench.publish(escalated);
        });
        bench.publish(alert.corrected());
        await().until(() -> bench.taken(alert));
        await().until(() -> receiver.calls().size() == 2);
        assertThat(held(alert)).isEmpty();
    }

    @Test
    void onlyTheWatchReleases() {
        assertThat(bench.post("/v1/held/" + alert.id() + "/release", "").status())
                .isEqualTo(401);
        assertThat(bench.get("/v1/held").status()).isEqualTo(401);
    }

    private Stream<JsonNode> heldEntries() {
        JsonNode entries = bench.get("/v1/held", Bench.key(Bench.WATCH_OFFICER)).json();
        return StreamSupport.stream(entries.spliterator(), false);
    }

    private java.util.List<JsonNode> held(Alerts of) {
        return heldEntries()
                .filter(entry -> entry.path("alertId").asText().equals(of.id()))
                .toList();
    }
}
