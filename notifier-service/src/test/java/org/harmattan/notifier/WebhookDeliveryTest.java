package org.harmattan.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {

    private final Bench bench = Bench.shared();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aRaisedAlertArrivesSignedWithinThreeSeconds() {
        String region = Bench.region();
        JsonNode subscription = bench.subscribe(receiver, region);
        Alerts alert = new Alerts(region, Audience.OPEN, bench.clock);
        bench.publish(alert.raised(Level.ADVISORY));
        await().atMost(Duration.ofSeconds(3)).until(() -> receiver.calls().size() == 1);
        Receiver.Call call = receiver.calls().get(0);
        assertThat(call.isSignedWith(subscription.path("secret").asText())).isTrue();
        assertThat(call.json().path("type").asText()).isEqualTo("alert.raised");
        assertThat(call.json().path("data").path("tlp").asText()).isEqualTo("TLP:GREEN");
        assertThat(call.alert().path("alertId").asText()).isEqualTo(alert.id());
        assertThat(call.alert().path("level").asText()).isEqualTo("ADVISORY");
        assertThat(call.alert().path("region").asText()).isEqualTo(region);
        assertThat(call.alert().path("words").path("headline").asText()).startsWith("AVIS – ");
    }

    @Test
    void whatFollowsWaitsForAMinuteAndAWithdrawalDoesNot() {
        String region = Bench.region();
        bench.subscribe(receiver, region);
        Alerts alert = new Alerts(region, Audience.OPEN, bench.clock);
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> receiver.calls().size() == 1);
        bench.publish(alert.escalated(Level.WATCH));
        await().until(() -> waitingDeliveries() == 1);
        bench.clock.advance(Duration.ofSeconds(50));
        assertThat(receiver.calls()).hasSize(1);
        bench.clock.advance(Duration.ofSeconds(10));
        await().until(() -> receiver.calls().size() == 2);
        assertThat(receiver.calls().get(1).changes()).containsExactly("ESCALATED");
        bench.publish(alert.withdrawn());
        await().atMost(Duration.ofSeconds(3)).until(() -> receiver.calls().size() == 3);
        assertThat(receiver.calls().get(2).changes()).containsExactly("WITHDRAWN");
    }

    private long waitingDeliveries() {
        return bench.get("/v1/deliveries?state=WAITING", Bench.key(Bench.WATCH_OFFICER))
                .json()
                .size();
    }

    @Test
    void neighboursOfOneRuleAreOneMessage() {
        List<String> regions = Bench.regions(6);
        bench.subscribe(receiver, regions.toArray(String[]::new));
        regions.forEach(region -> bench.publish(new Alerts(region, Audience.OPEN, bench.clock).raised(Level.ADVISORY)));
        await().until(() -> !receiver.calls().isEmpty());
        assertThat(receiver.calls()).hasSize(1);
        assertThat(receiver.calls().get(0).changes()).hasSize(6).containsOnly("RAISED");
    }
}
