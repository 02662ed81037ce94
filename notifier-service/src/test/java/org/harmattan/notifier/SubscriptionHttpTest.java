package org.harmattan.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionHttpTest {

    private static final String TOKEN = "Harmattan-Subscription-Token";

    private final Bench bench = Bench.shared();
    private final Receiver receiver = new Receiver();
    private final String region = Bench.region();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aWebhookOnThisMachineIsActiveAtOnceAndItsSecretsAreShownOnce() {
        Bench.Reply created = bench.post("/v1/subscriptions", Bench.webhook(receiver, "WATCH", "open", "ml", "BF-12"));
        assertThat(created.status()).isEqualTo(201);
        JsonNode subscription = created.json();
        assertThat(subscription.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(subscription.path("secret").asText()).startsWith("whsec_");
        assertThat(subscription.path("scope")).extracting(JsonNode::asText).containsExactly("BF-12", "ML");
        String path = "/v1/subscriptions/" + subscription.path("id").asText();
        assertThat(created.response().headers().firstValue("Location")).contains(path);

        String token = subscription.path("token").asText();
        JsonNode again = bench.get(path, TOKEN, token).json();
        assertThat(again.has("secret")).isFalse();
        assertThat(again.has("token")).isFalse();
        assertThat(again.path("url").asText()).isEqualTo(receiver.url());
        assertThat(bench.get("/v1/subscriptions", TOKEN, token).json()).hasSize(1);
        assertThat(bench.get("/v1/subscriptions", Bench.key(Bench.WATCH_OFFICER))
                        .body())
                .contains(receiver.url());
        delete(path, TOKEN, token);
    }

    @Test
    void anotherNameOfARegionBecomesItsOwnCode() {
        JsonNode subscription = bench.post("/v1/subscriptions", Bench.webhook(receiver, "WATCH", "open", "ML-9"))
                .json();
        assertThat(subscription.path("scope")).extracting(JsonNode::asText).containsExactly("ML-7");
        delete(
                "/v1/subscriptions/" + subscription.path("id").asText(),
                TOKEN,
                subscription.path("token").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|channel",
                "{\"channel\":\"pigeon\"}|channel",
                "{\"channel\":\"webhook\"}|url",
                "{\"channel\":\"webhook\",\"url\":\"http://10.0.0.1/x\"}|url",
                "{\"channel\":\"webhook\",\"url\":\"https://169.254.169.254/latest\"}|url",
                "{\"channel\":\"webhook\",\"url\":\"http://[fd00::1]/x\"}|url",
                "{\"channel\":\"webhook\",\"url\":\"ftp://ngo.example/x\"}|url",
                "{\"channel\":\"email\"}|address",
                "{\"channel\":\"email\",\"address\":\"nobody\"}|address",
                "{\"channel\":\"email\",\"address\":\"a@b.example\",\"url\":\"https://ngo.example\"}|url",
                "{\"channel\":\"email\",\"address\":\"a@b.example\",\"scope\":[\"ML\",\"XX\"]}|scope[1]",
                "{\"channel\":\"email\",\"address\":\"a@b.example\",\"scope\":\"ML\"}|scope",
                "{\"channel\":\"email\",\"address\":\"a@b.example\",\"scope\":[5]}|scope[0]",
                "{\"channel\":\"email\",\"address\":\"a@b.example\",\"minimumLevel\":\"NONE\"}|minimumLevel",
                "{\"channel\":\"email\",\"address\":\"a@b.example\",\"language\":\"de\"}|language",
                "{\"channel\":\"email\",\"address\":\"a@b.example\",\"audience\":\"secret\"}|audience",
                "{\"channel\":\"email\",\"address\":\"a@b.example\",\"colour\":\"red\"}|colour",
                "{\"channel\":5}|channel",
                "[]|body",
                "{\"channel\":|body",
            })
    void aBadFieldIsNamedWithItsFix(String body, String field) {
        Bench.Reply reply = bench.post("/v1/subscriptions", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(reply.json().path("errors"))
                .extracting(error -> error.path("field").asText())
                .contains(field);
        assertThat(reply.json().path("errors"))
                .allSatisfy(error -> assertThat(error.path("fix").asText()).isNotBlank());
    }

    @Test
    void everyBadFieldIsNamedAtOnce() {
        Bench.Reply reply = bench.post(
                "/v1/subscriptions",
                "{\"channel\":\"webhook\",\"scope\":[\"QQ\"],\"minimumLevel\":\"HIGH\",\"language\":\"tlh\",\"more\":1}");
        assertThat(reply.json().path("errors"))
                .extracting(error -> error.path("field").asText())
                .containsExactlyInAnyOrder("url", "scope[0]", "minimumLevel", "language", "more");
    }

    @Test
    void theRestrictedAudienceNeedsAKey() {
        String body = Bench.webhook(receiver, "WATCH", "restricted", region);
        assertThat(bench.post("/v1/subscriptions", body).status()).isEqualTo(403);
        Bench.Reply created = bench.post("/v1/subscriptions", body, Bench.key(Bench.WATCH_OFFICER));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("audience").asText()).isEqualTo("restricted");
    }

    @Test
    void withoutTokenOrKeyNothingIsSeenOrDone() {
        String path = "/v1/subscriptions/"
                + bench.subscribe(receiver, region).path("id").asText();
        assertThat(bench.get("/v1/subscriptions").status()).isEqualTo(401);
        assertThat(bench.get(path).status()).isEqualTo(401);
        assertThat(bench.get(path, TOKEN, "a-guess").status()).isEqualTo(401);
        assertThat(delete(path).status()).isEqualTo(401);
        assertThat(bench.post(path + "/test", "").status()).isEqualTo(401);
        assertThat(bench.get("/v1/deliveries").status()).isEqualTo(401);
        assertThat(bench.get("/v1/subscriptions/00000000-0000-0000-0000-000000000000", Bench.key(Bench.WATCH_OFFICER))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void wishesCanBeChangedByTheOwner() {
        JsonNode subscription = bench.subscribe(receiver, region);
        String path = "/v1/subscriptions/" + subscription.path("id").asText();
        Bench.Reply changed = patch(
                path,
                "{\"minimumLevel\":\"WARNING\",\"language\":\"en\"}",
                TOKEN,
                subscription.path("token").asText());
        assertThat(changed.json().path("minimumLevel").asText()).isEqualTo("WARNING");
        assertThat(changed.json().path("language").asText()).isEqualTo("en");
        assertThat(changed.json().path("scope")).extracting(JsonNode::asText).containsExactly(region);
        assertThat(patch(
                                path,
                                "{\"audience\":\"restricted\"}",
                                TOKEN,
                                subscription.path("token").asText())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anEndedSubscriptionIsErasedAndHearsNothing() {
        JsonNode subscription = bench.subscribe(receiver, region);
        String id = subscription.path("id").asText();
        Alerts alert = new Alerts(region, Audience.OPEN, bench.clock);
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> receiver.calls().size() == 1);
        bench.publish(alert.escalated(Level.WATCH));
        await().until(() -> bench.deliveries(id, "WAITING").size() == 1);

        assertThat(delete(
                                "/v1/subscriptions/" + id,
                                TOKEN,
                                subscription.path("token").asText())
                        .status())
                .isEqualTo(204);
        await().until(() -> bench.deliveries(id, "CANCELLED").size() == 1);
        assertThat(bench.count("select count(*) as n from subscription where id = '" + id
                        + "' and (address is not null or secret is not null)"))
                .isZero();
        bench.publish(alert.cleared());
        await().until(() -> bench.taken(alert));
        assertThat(receiver.calls()).hasSize(1);
    }

    @Test
    void aTestIsSignedAndTellsOfNothing() {
        JsonNode subscription = bench.subscribe(receiver, region);
        Bench.Reply reply = bench.post(
                "/v1/subscriptions/" + subscription.path("id").asText() + "/test",
                "",
                TOKEN,
                subscription.path("token").asText());
        assertThat(reply.json().path("taken").asBoolean()).isTrue();
        assertThat(reply.json().path("status").asInt()).isEqualTo(204);
        Receiver.Call call = receiver.calls().get(0);
        assertThat(call.isSignedWith(subscription.path("secret").asText())).isTrue();
        assertThat(call.json().path("type").asText()).isEqualTo("subscription.test");
    }

    /** As a webhook elsewhere does it: pending, until its test is answered. */
    @Test
    void aPendingWebhookIsConfirmedByAnsweringItsTest() {
        JsonNode subscription = bench.subscribe(receiver, region);
        String id = subscription.path("id").asText();
        bench.sql("update subscription set status = 'PENDING_CONFIRMATION' where id = '" + id + "'");
        Alerts early = new Alerts(region, Audience.OPEN, bench.clock);
        bench.publish(early.raised(Level.ADVISORY));
        await().until(() -> bench.taken(early));
        String[] token = {TOKEN, subscription.path("token").asText()};
        receiver.answerWith(404);
        assertThat(bench.post("/v1/subscriptions/" + id + "/test", "", token)
                        .json()
                        .path("subscriptionStatus")
                        .asText())
                .isEqualTo("PENDING_CONFIRMATION");
        receiver.answerWith(200);
        assertThat(bench.post("/v1/subscriptions/" + id + "/test", "", token)
                        .json()
                        .path("subscriptionStatus")
                        .asText())
                .isEqualTo("ACTIVE");
        assertThat(receiver.callsAbout(early.id())).isEmpty();
    }

    @Test
    void whatRunsIsToldOnThePagesForMachines() {
        assertThat(bench.get("/health").json().path("details").has("alerts")).isTrue();
        assertThat(bench.get("/prometheus").status()).isEqualTo(200);
        assertThat(bench.get("/swagger/harmattan-notifier-1.yml").body()).contains("/v1/subscriptions");
    }

    private Bench.Reply delete(String path, String... headers) {
        return bench.send(HttpRequest.newBuilder(bench.uri(path)).DELETE(), headers);
    }

    private Bench.Reply patch(String path, String body, String... headers) {
        return bench.send(
                HttpRequest.newBuilder(bench.uri(path))
                        .header("Content-Type", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }
}
