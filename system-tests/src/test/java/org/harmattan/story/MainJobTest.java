package org.harmattan.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job from end to end, told once from the empty folder to the clean ledger. The steps build on each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TopicCatalogue TOPICS = TopicCatalogue.live();

    private Path dense = Path.of("");
    private HarmattanProcess harmattan;
    private WebhookReceiver open;
    private WebhookReceiver restricted;
    private String openSecret = "";
    private String restrictedSecret = "";
    private Instant lastSent = Instant.MAX;
    private final List<String> greenIds = ids("green");
    private final List<String> amberIds = ids("amber");

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        // without a past every region is warming up and nothing is raised: the whole story hangs on the file
        dense = denseFile();
        open = new WebhookReceiver();
        restricted = new WebhookReceiver();
        harmattan = HarmattanProcess.start(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        if (harmattan != null) {
            open.close();
            restricted.close();
            harmattan.close();
        }
    }

    @Test
    @Order(1)
    void theDenseFileIsAcceptedOnceAndRaisesNothing() {
        JsonNode first = importFile(dense);
        assertThat(first.path("accepted").asInt()).isEqualTo(3292);
        assertThat(first.path("rejected").asInt()).isZero();
        assertThat(first.path("widened").asInt()).isEqualTo(29);
        long reports = reportsOnLedger();

        JsonNode second = importFile(dense);
        assertThat(second.path("duplicate").asInt()).isEqualTo(3292);
        assertThat(second.path("accepted").asInt()).isZero();
        assertThat(reportsOnLedger()).isEqualTo(reports).isEqualTo(3292);
        assertThat(alerts(Audience.OPEN)).isEmpty();
        assertThat(alerts(Audience.RESTRICTED)).isEmpty();
    }

    @Test
    @Order(2)
    void anNgoSubscribesByWebhookAndByMail() {
        JsonNode webhook = subscribe(
                "{\"channel\":\"webhook\",\"url\":\"" + open.url()
                        + "\",\"scope\":[\"ML\"],\"minimumLevel\":\"ADVISORY\",\"language\":\"fr\",\"audience\":\"open\"}",
                Optional.empty());
        assertThat(webhook.path("status").asText()).isEqualTo("ACTIVE");
        openSecret = webhook.path("secret").asText();
        assertThat(openSecret).startsWith("whsec_");

        JsonNode secret = subscribe(
                "{\"channel\":\"webhook\",\"url\":\"" + restricted.url()
                        + "\",\"scope\":[\"ML-5\"],\"minimumLevel\":\"ADVISORY\",\"language\":\"en\",\"audience\":\"restricted\"}",
                Optional.of(harmattan.key("watchOfficer")));
        restrictedSecret = secret.path("secret").asText();

        JsonNode mail = subscribe(
                "{\"channel\":\"email\",\"address\":\"terrain@example.org\",\"scope\":[\"ML-5\"],\"minimumLevel\":\"ADVISORY\","
                        + "\"language\":\"fr\",\"audience\":\"open\"}",
                Optional.empty());
        assertThat(mail.path("status").asText()).isEqualTo("PENDING_CONFIRMATION");
        confirmByMail();
    }

    @Test
    @Order(3)
    void twelveReportsInMoptiEscalateToWatchAndNoFurther() {
        int malianBefore = spillOver("ML-4");
        int burkinabeBefore = spillOver("BF-10");
        lastSent = postTwelve(greenIds, "TLP:GREEN");

        await("WATCH on the alerts topic").atMost(PATIENCE).until(() -> level(Audience.OPEN) == Level.WATCH);
        report("alert on the topic", lastSent);
        List<AlertEvent> events = alerts(Audience.OPEN);
        assertThat(events)
                .extracting(AlertEvent::getAlertId)
                .containsOnly(events.get(0).getAlertId());
        assertThat(events).extracting(AlertEvent::getRegion).containsOnly("ML-5");
        assertThat(events).extracting(AlertEvent::getChange).containsExactly(AlertChange.RAISED, AlertChange.ESCALATED);
        assertThat(events).extracting(AlertEvent::getLevel).containsExactly(Level.ADVISORY, Level.WATCH);
        await("the score after all twelve")
                .atMost(PATIENCE)
                .until(() -> score("ML-5")
                        .map(score -> score.getFigures().getEscalationTenths() >= 500)
                        .orElse(false));
        assertThat(score("ML-5").orElseThrow().getFigures().getEscalationTenths())
                .isBetween(500, 580);
        assertThat(spillOver("ML-4")).isGreaterThan(malianBefore);
        assertThat(spillOver("BF-10")).isGreaterThan(burkinabeBefore);
        assertThat(alerts(Audience.OPEN)).hasSize(2);
    }

    @Test
    @Order(4)
    void theSubscribersAreTold() {
        await("the webhook says RAISED")
                .atMost(PATIENCE)
                .until(() -> !open.calls().isEmpty());
        await("the mail says it")
                .atMost(PATIENCE)
                .until(() -> alertMails().findFirst().isPresent());
        report("alert at the webhook", lastSent, open.calls().get(0).at());
        report(
                "alert in the mailbox",
                lastSent,
                Instant.parse(alertMail().path("receivedAt").asText()));
        await("the webhook says WATCH")
                .atMost(Duration.ofSeconds(75))
                .until(() -> open.calls().stream().anyMatch(call -> call.body().contains("WATCH")));
        assertThat(open.calls()).allMatch(call -> call.isSignedWith(openSecret));
        assertThat(open.calls()).extracting(WebhookReceiver.Call::id).doesNotHaveDuplicates();
        assertThat(open.calls()).allMatch(call -> call.body().contains("TLP:GREEN"));
    }

    @Test
    @Order(5)
    void theBoardShowsItInABrowser() {
        Browser.showsAlert(harmattan.uri(8080, "/").toString(), "ML-5", "WATCH");
        assertThat(harmattan
                        .getJson(8080, "/api/v1/alerts?state=open", Optional.empty())
                        .toString())
                .contains("\"region\":\"ML-5\"", "\"level\":\"WATCH\"");
    }

    @Test
    @Order(6)
    void aKilledRunStartsAgainAndRepeatsNothing() {
        List<AlertEvent> before = alerts(Audience.OPEN);
        int calls = open.calls().size();
        String inTheMiddle =
                post(greenReport(UUID.nameUUIDFromBytes(new byte[] {1}).toString(), "TLP:GREEN", 3));
        harmattan.killHard();
        harmattan.startAgain();

        await("the acknowledged report is on the ledger")
                .atMost(PATIENCE)
                .until(() -> ledger().stream()
                        .anyMatch(report -> report.getReportId().equals(inTheMiddle)));
        assertThat(ledger().stream().filter(report -> report.getReportId().equals(inTheMiddle)))
                .hasSize(1);
        assertThat(alerts(Audience.OPEN)).startsWith(before.toArray(AlertEvent[]::new));
        assertThat(alerts(Audience.OPEN)).extracting(AlertEvent::getVersion).doesNotHaveDuplicates();
        assertThat(open.calls()).extracting(WebhookReceiver.Call::id).doesNotHaveDuplicates();
        assertThat(open.calls()).hasSizeGreaterThanOrEqualTo(calls);
        assertThat(retract(inTheMiddle)).isEqualTo(202);
    }

    @Test
    @Order(7)
    void retractingAllOfThemWithdrawsTheAlert() {
        greenIds.forEach(id -> assertThat(retract(id)).isEqualTo(202));
        Instant lastSent = Instant.now();
        await("WITHDRAWN on the alerts topic")
                .atMost(PATIENCE)
                .until(() ->
                        alerts(Audience.OPEN).stream().anyMatch(event -> event.getChange() == AlertChange.WITHDRAWN));
        report("withdrawn on the topic", lastSent);
        await("the webhook says it")
                .atMost(PATIENCE)
                .until(() -> open.calls().stream().anyMatch(call -> call.body().contains("WITHDRAWN")));
        report("withdrawn at the webhook", lastSent);
    }

    @Test
    @Order(8)
    void whatIsAmberStaysWithThoseClearedForIt() {
        int openCalls = open.calls().size();
        int openAlerts = alerts(Audience.OPEN).size();
        long openIncidents = incidents(Audience.OPEN);
        postTwelve(amberIds, "TLP:AMBER");
        await("WATCH on the restricted topic").atMost(PATIENCE).until(() -> level(Audience.RESTRICTED) == Level.WATCH);
        await("the restricted webhook says it")
                .atMost(PATIENCE)
                .until(() ->
                        restricted.calls().stream().anyMatch(call -> call.body().contains("TLP:AMBER")));
        assertThat(restricted.calls()).allMatch(call -> call.isSignedWith(restrictedSecret));

        assertThat(alerts(Audience.OPEN)).hasSize(openAlerts);
        assertThat(incidents(Audience.OPEN)).isEqualTo(openIncidents);
        assertThat(open.calls()).hasSize(openCalls);
        assertThat(harmattan
                        .getJson(8080, "/api/v1/alerts?state=open", Optional.empty())
                        .toString())
                .doesNotContain("AMBER");
        await("the board of those cleared for it")
                .atMost(PATIENCE)
                .until(() -> harmattan
                        .getJson(8080, "/api/v1/alerts?state=open", Optional.of(harmattan.key("watchOfficer")))
                        .toString()
                        .contains("ML-5"));
    }

    @Test
    @Order(9)
    void theLedgerFoldsToWhatWasPublished() {
        var verified = harmattan.cli("ledger", "verify", "--json");
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    private JsonNode importFile(Path file) {
        var imported = harmattan.cli("import", file.toString(), "--json");
        assertThat(imported.exitCode()).as(imported.out() + imported.err()).isZero();
        return imported.lastLineAsJson();
    }

    private JsonNode subscribe(String body, Optional<String> key) {
        var answer = harmattan.post(8082, "/v1/subscriptions", body, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return HarmattanProcess.json(answer.body());
    }

    private void confirmByMail() {
        await("a confirmation mail").atMost(PATIENCE).until(() -> mails().size() == 1);
        Matcher link = Pattern.compile("https?://\\S+")
                .matcher(mails().get(0).path("text").asText());
        assertThat(link.find()).isTrue();
        String path = java.net.URI.create(link.group()).getRawPath();
        assertThat(harmattan.get(8082, path, Optional.empty()).statusCode()).isEqualTo(200);
        var confirmed = harmattan.send(java.net.http.HttpRequest.newBuilder(harmattan.uri(8082, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(confirmed.statusCode()).isEqualTo(200);
    }

    private Instant postTwelve(List<String> ids, String tlp) {
        for (int i = 0; i < ids.size(); i++) {
            post(greenReport(ids.get(i), tlp, i));
        }
        return Instant.now();
    }

    private String greenReport(String id, String tlp, int number) {
        Instant occurredAt = Instant.now().minus(Duration.ofHours(4 + 9L * number));
        return "{\"kind\":\"attack\",\"reportId\":\"" + id + "\",\"occurredAt\":\"" + occurredAt
                + "\",\"precision\":\"HOUR\",\"location\":{\"latitude\":14." + (30 + number)
                + ",\"longitude\":-3.6,\"place\":\"Bandiagara\"},\"eventType\":\"Battles\",\"subEventType\":\"Armed clash\","
                + "\"actors\":[\"JNIM\"],\"target\":\"MILITARY_INSTALLATION\",\"credibility\":2,\"tlp\":\"" + tlp
                + "\"}";
    }

    private String post(String report) {
        var answer = harmattan.post(8081, "/v1/reports", report, Optional.of(harmattan.key("source.local")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return HarmattanProcess.json(answer.body()).path("id").asText();
    }

    private int retract(String id) {
        String body = "{\"kind\":\"attack\",\"reportId\":\"" + id + "\",\"revision\":2,\"action\":\"RETRACT\"}";
        return harmattan
                .post(8081, "/v1/reports", body, Optional.of(harmattan.key("source.local")))
                .statusCode();
    }

    private List<LedgerReport> ledger() {
        try (var tail = new TopicTail<LedgerEntry>(harmattan.kafka(), TOPICS.ledger())) {
            return tail.all().stream()
                    .map(LedgerEntry::getBody)
                    .filter(LedgerReport.class::isInstance)
                    .map(LedgerReport.class::cast)
                    .toList();
        }
    }

    private long reportsOnLedger() {
        return ledger().stream()
                .filter(report -> report.getAction() == ReportAction.REPORT)
                .count();
    }

    private List<AlertEvent> alerts(Audience audience) {
        try (var tail = new TopicTail<AlertEvent>(harmattan.kafka(), TOPICS.alerts(audience))) {
            return List.copyOf(tail.all());
        }
    }

    private long incidents(Audience audience) {
        try (var tail = new TopicTail<>(harmattan.kafka(), TOPICS.incidents(audience))) {
            return tail.all().size();
        }
    }

    private Level level(Audience audience) {
        List<AlertEvent> events = alerts(audience);
        return events.isEmpty() ? Level.NONE : events.get(events.size() - 1).getLevel();
    }

    private Optional<RegionScore> score(String region) {
        try (var tail = new TopicTail<RegionScore>(harmattan.kafka(), TOPICS.scores(Audience.OPEN))) {
            return tail.all().stream()
                    .filter(score -> score.getRegion().equals(region))
                    .reduce((first, second) -> second);
        }
    }

    private int spillOver(String region) {
        return score(region).map(score -> score.getFigures().getSpillOver()).orElse(0);
    }

    private List<JsonNode> mails() {
        JsonNode messages = harmattan.getJson(8084, "/api/messages", Optional.empty());
        return IntStream.range(0, messages.size()).mapToObj(messages::get).toList();
    }

    private Stream<JsonNode> alertMails() {
        return mails().stream()
                .filter(mail -> mail.path("text").asText().contains("TLP:GREEN"))
                .filter(mail -> mail.path("subject").asText().contains("Mopti"));
    }

    private JsonNode alertMail() {
        return alertMails().reduce((first, second) -> second).orElseThrow();
    }

    /** A figure for people; the limits of this test are for a busy machine. */
    private static void report(String what, Instant since, Instant until) {
        System.out.println(what + ": " + Duration.between(since, until).toMillis() + " ms after the last report");
    }

    private static void report(String what, Instant since) {
        report(what, since, Instant.now());
    }

    private static List<String> ids(String kind) {
        return IntStream.range(0, 12)
                .mapToObj(i -> UUID.nameUUIDFromBytes((kind + i).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString())
                .toList();
    }

    private static Path denseFile() {
        String shared = System.getenv()
                .getOrDefault(
                        "HARMATTAN_SHARED_DATA",
                        HarmattanProcess.root().resolve("../shared").toString());
        Path file = Path.of(shared)
                .resolve("data/ucdp-ged-west-africa-1989-2021.csv")
                .normalize();
        Assumptions.assumeTrue(
                Files.exists(file), "skipped: no shared data at " + file + " (set HARMATTAN_SHARED_DATA)");
        return file;
    }
}
