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
    private final String region = Bench.region();
    private final Alerts alert = new Alerts(region, Audience.OPEN, bench.clock);

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aRaisedAlertArrivesSignedWithinThreeSeconds() {
        JsonNode subscription = bench.subscribe(receiver, region);
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
        String id = bench.subscribe(receiver, region).path("id").asText();
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> receiver.calls().size() == 1);
        bench.publish(alert.escalated(Level.WATCH));
        await().until(() -> bench.deliveries(id, "WAITING").size() == 1);
        bench.advance(Duration.ofSeconds(50));
        assertThat(receiver.calls()).hasSize(1);
        bench.advance(Duration.ofSeconds(10));
        await().until(() -> receiver.calls().size() == 2);
        assertThat(receiver.calls().get(1).changes()).containsExactly("ESCALATED");
        bench.publish(alert.withdrawn());
        await().atMost(Duration.ofSeconds(3)).until(() -> receiver.calls().size() == 3);
        assertThat(receiver.calls().get(2).changes()).containsExactly("WITHDRAWN");
    }

    @Test
    void anEmergencyTakesWhatWaitsWithIt() {
        String second = Bench.region();
        String id = bench.subscribe(receiver, region, second).path("id").asText();
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> receiver.calls().size() == 1);
        bench.publish(new Alerts(second, Audience.OPEN, bench.clock).raised(Level.ADVISORY));
        await().until(() -> bench.deliveries(id, "WAITING").size() == 1);
        bench.publish(alert.escalated(Level.EMERGENCY));
        await().atMost(Duration.ofSeconds(3)).until(() -> receiver.calls().size() == 2);
        assertThat(receiver.calls().get(1).changes()).containsExactly("ESCALATED", "RAISED");
        assertThat(receiver.calls().get(1).json().path("type").asText()).isEqualTo("alert.changed");
    }

    @Test
    void neighboursOfOneRuleAreOneMessage() {
        List<String> regions = Bench.regions(6);
        bench.subscribe(receiver, regions.toArray(String[]::new));
        regions.forEach(each -> bench.publish(new Alerts(each, Audience.OPEN, bench.clock).raised(Level.ADVISORY)));
        await().until(() -> !receiver.calls().isEmpty());
        assertThat(receiver.calls()).hasSize(1);
        assertThat(receiver.calls().get(0).changes()).hasSize(6).containsOnly("RAISED");
    }

    @Test
    void anAttemptThatFailsIsRepeatedEightTimesWithTheSameIdThenDead() {
        receiver.answerWith(500);
        String id = bench.subscribe(receiver, region).path("id").asText();
        bench.publish(alert.raised(Level.ADVISORY));
        List<Duration> waits = List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(10));
        for (int attempt = 1; attempt <= waits.size(); attempt++) {
            int made = attempt;
            await().until(() -> bench.deliveries(id, "RETRYING").size() == 1
                    && bench.deliveries(id, "RETRYING").get(0).path("attempts").asInt() == made);
            assertThat(receiver.calls()).hasSize(made);
            bench.advance(waits.get(attempt - 1));
        }
        await().until(() -> bench.deliveries(id, "DEAD").size() == 1);
        assertThat(receiver.calls()).hasSize(8);
        assertThat(receiver.calls())
                .extracting(Receiver.Call::id)
                .containsOnly(receiver.calls().get(0).id());
        assertThat(receiver.calls()).extracting(Receiver.Call::timestamp).doesNotHaveDuplicates();
        JsonNode dead = bench.deliveries(id, "DEAD").get(0);
        assertThat(dead.path("status").asInt()).isEqualTo(500);
        assertThat(dead.path("reason").asText()).isEqualTo("the receiver did not answer with 2xx");
    }

    @Test
    void nobodyHearsRaisedAfterCleared() {
        receiver.answerWith(503);
        String id = bench.subscribe(receiver, region).path("id").asText();
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> bench.deliveries(id, "RETRYING").size() == 1);
        bench.publish(alert.cleared());
        await().until(() -> bench.deliveries(id, "SUPERSEDED").size() == 1);
        receiver.answerWith(204);
        int failed = receiver.calls().size();
        bench.advance(Duration.ofMinutes(6));
        await().until(() -> bench.deliveries(id, "DELIVERED").size() == 1);
        assertThat(receiver.calls()).hasSize(failed + 1);
        assertThat(receiver.calls().get(failed).changes()).containsExactly("CLEARED");
    }

    @Test
    void whatEndsBeforeAnybodyWasToldIsToldToNobody() {
        String id = bench.subscribe(receiver, region).path("id").asText();
        bench.publish(alert.raised(Level.ADVISORY));
        bench.publish(alert.cleared());
        await().until(() -> bench.deliveries(id, "SUPERSEDED").size() == 1);
        bench.advance(Duration.ofMinutes(2));
        bench.publish(
                new Alerts(region, Audience.OPEN, bench.clock).ofRule("other").raised(Level.ADVISORY));
        await().until(() -> receiver.calls().size() == 1);
        assertThat(receiver.callsAbout(alert.id())).isEmpty();
    }

    @Test
    void aSubscriptionFromWatchHearsOfAnAlertOnceItReachesWatchAndThenAllOfIt() {
        bench.post("/v1/subscriptions", Bench.webhook(receiver, "WATCH", "open", region));
        bench.publish(alert.raised(Level.ADVISORY));
        bench.publish(alert.escalated(Level.WATCH));
        await().until(() -> receiver.calls().size() == 1);
        assertThat(receiver.calls().get(0).changes()).containsExactly("ESCALATED");
        bench.publish(alert.acknowledged());
        bench.advance(Duration.ofMinutes(2));
        bench.publish(alert.deEscalated(Level.ADVISORY));
        await().until(() -> receiver.calls().size() == 2);
        assertThat(receiver.calls().get(1).changes()).containsExactly("DE_ESCALATED");
        bench.advance(Duration.ofMinutes(2));
        bench.publish(alert.cleared());
        await().until(() -> receiver.calls().size() == 3);
        assertThat(receiver.calls().get(2).changes()).containsExactly("CLEARED");
    }

    @Test
    void aReceiverThatIsGoneForGoodEndsItsSubscription() {
        receiver.answerWith(410);
        JsonNode subscription = bench.subscribe(receiver, region);
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() ->
                bench.deliveries(subscription.path("id").asText(), "DEAD").size() == 1);
        Bench.Reply reply =
                bench.get("/v1/subscriptions/" + subscription.path("id").asText(), Bench.key(Bench.WATCH_OFFICER));
        assertThat(reply.json().path("status").asText()).isEqualTo("ENDED");
        assertThat(reply.json().path("url").asText()).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.answerWith(307);
        String id = bench.subscribe(receiver, region).path("id").asText();
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> bench.deliveries(id, "RETRYING").size() == 1);
        assertThat(receiver.calls()).hasSize(1);
        assertThat(bench.deliveries(id, "RETRYING").get(0).path("reason").asText())
                .isEqualTo("the receiver redirects, which is not followed");
    }

    @Test
    void anAttemptThatDiedWithItsProcessIsMadeAgainWithTheSameId() {
        receiver.answerWith(500);
        String id = bench.subscribe(receiver, region).path("id").asText();
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> bench.deliveries(id, "RETRYING").size() == 1);
        String first = receiver.calls().get(0).id();
        receiver.answerWith(204);
        bench.restart(() -> bench.sql(
                "update delivery set state = 'SENDING' where id = '" + first + "'",
                "update scheduled_tasks set picked = true, picked_by = 'a dead process', execution_time = now(),"
                        + " last_heartbeat = now() - interval '1 hour' where task_instance = '" + first + "'"));
        await().until(() -> bench.deliveries(id, "DELIVERED").size() == 1);
        assertThat(receiver.calls()).extracting(Receiver.Call::id).containsOnly(first);
    }

    @Test
    void everyOutcomeIsOnTheDeliveriesTopicAndNoAddressIs() {
        receiver.answerWith(500);
        String id = bench.subscribe(receiver, region).path("id").asText();
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> bench.deliveries(id, "RETRYING").size() == 1);
        receiver.answerWith(204);
        bench.advance(Duration.ofSeconds(5));
        await().until(() -> bench.outcomes(id).size() == 2);
        assertThat(bench.outcomes(id))
                .extracting(outcome -> outcome.getState() + " " + outcome.getAttempt() + " " + outcome.getStatus())
                .containsExactly("RETRYING 1 500", "DELIVERED 2 204");
        assertThat(bench.outcomes(id)).noneMatch(outcome -> outcome.toString().contains("127.0.0.1"));
        assertThat(bench.outcomes(id)).allMatch(outcome -> outcome.getAlertId().equals(alert.id()));
    }
}
