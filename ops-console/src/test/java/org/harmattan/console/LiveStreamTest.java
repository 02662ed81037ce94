package org.harmattan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.harmattan.platform.Platform;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.Test;

/** The live stream tells everything once, and goes on where a reader left. */
class LiveStreamTest {

    private final Rig rig = Rig.shared();
    private final Rig.Hand hand = Rig.hand();

    @Test
    void beginsWithHelloAndThenTellsScoresAlertsAndSignsOfLife() {
        try (SseReader stream = rig.stream()) {
            await().until(() -> !stream.events("hello").isEmpty());
            AlertEvent alert = Samples.raised(Audience.OPEN, "BJ-AL", Level.WATCH, 350);
            hand.publish(Samples.score(Audience.OPEN, "BJ-AL", 350));
            hand.publish(alert);
            hand.publish(Samples.pulse(Audience.OPEN, Instant.now()));
            await().untilAsserted(() -> {
                assertThat(stream.events("score"))
                        .anyMatch(event -> event.data().contains("BJ-AL"));
                assertThat(stream.events("alert"))
                        .anyMatch(event -> event.data().contains(alert.getAlertId()));
                assertThat(stream.events("pulse")).isNotEmpty();
                assertThat(stream.events("comment")).as("heartbeats").isNotEmpty();
            });
            assertThat(stream.events().get(0).name()).isEqualTo("hello");
            assertThat(stream.events("alert").stream()
                            .filter(event -> event.data().contains(alert.getAlertId())))
                    .singleElement()
                    .satisfies(event -> assertThat(event.id())
                            .isEqualTo(Samples.THEATRE + "," + alert.getCause().getSeq() + ",0"));
        }
    }

    @Test
    void goesOnWhereTheReaderLeft() {
        AlertEvent raised = Samples.raised(Audience.OPEN, "BJ-BO", Level.ADVISORY, 222);
        String seen;
        try (SseReader stream = rig.stream()) {
            await().until(() -> !stream.events("hello").isEmpty());
            hand.publish(raised);
            await().until(() -> stream.told(raised.getAlertId()));
            seen = last(stream, raised);
        }
        AlertEvent escalated = Samples.next(raised, AlertChange.ESCALATED, Level.WATCH, 310);
        hand.publish(Samples.score(Audience.OPEN, "BJ-BO", 290));
        hand.publish(Samples.score(Audience.OPEN, "BJ-BO", 310));
        hand.publish(escalated);
        await().untilAsserted(() -> assertThat(rig.open("/api/v1/alerts/" + raised.getAlertId())
                        .at("/alert/level")
                        .asText())
                .isEqualTo("WATCH"));
        await().untilAsserted(() ->
                assertThat(rig.open("/api/v1/regions/BJ-BO").toString()).contains("\"escalationTenths\":310"));

        try (SseReader stream = rig.stream("Last-Event-ID", seen)) {
            await().until(() -> stream.told(raised.getAlertId()));
            assertThat(stream.events("hello").get(0).data()).contains("\"resumed\":true");
            assertThat(stream.events("alert").stream()
                            .filter(event -> event.data().contains(raised.getAlertId())))
                    .as("what was seen is not told again, what was missed is told once")
                    .singleElement()
                    .satisfies(event -> assertThat(event.data()).contains("\"version\":2"));
            assertThat(stream.events("score").stream()
                            .filter(event -> event.data().contains("BJ-BO")))
                    .as("of a region only the newest score")
                    .singleElement()
                    .satisfies(event -> assertThat(event.data()).contains("\"escalationTenths\":310"));
            hand.publish(Samples.next(escalated, AlertChange.DE_ESCALATED, Level.ADVISORY, 150));
            await().until(() -> stream.events("alert").stream()
                    .anyMatch(event -> event.data().contains("\"change\":\"DE_ESCALATED\"")
                            && event.data().contains(raised.getAlertId())));
        }
    }

    @Test
    void saysThatItCannotGoOnFromAnUnknownPlace() {
        for (String id : List.of(Samples.THEATRE + ",1,0", "elsewhere,7,7", "no id at all")) {
            try (SseReader stream = rig.stream("Last-Event-ID", id)) {
                await().until(() -> !stream.events("hello").isEmpty());
                assertThat(stream.events("hello").get(0).data()).contains("\"resumed\":false");
            }
        }
    }

    @Test
    void theReadModelIsMadeAgainFromTheTopicsAndTheTextsStay() throws SQLException {
        AlertEvent alert = Samples.raised(Audience.RESTRICTED, "BJ-DO", Level.WATCH, 345);
        hand.publish(alert);
        hand.publish(Samples.score(Audience.RESTRICTED, "BJ-DO", 345));
        String before;
        String generation;
        try (Rig first = Rig.start("console_rebuilt")) {
            awaitAlert(first, alert);
            assertThat(first.post(
                                    "/api/v1/alerts/" + alert.getAlertId() + "/comment",
                                    Rig.WATCH_OFFICER,
                                    "{\"text\":\"called the sector\"}")
                            .statusCode())
                    .isEqualTo(202);
            before = first.restricted("/api/v1/alerts/" + alert.getAlertId()).toString();
            generation = generation(first);
        }
        Platform platform = Platform.shared();
        try (Connection connection = DriverManager.getConnection(
                        platform.jdbcUrl("console_rebuilt"), platform.databaseUser(), platform.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema read cascade");
        }
        try (Rig second = Rig.start("console_rebuilt")) {
            awaitAlert(second, alert);
            assertThat(before).contains("called the sector");
            assertThat(second.restricted("/api/v1/alerts/" + alert.getAlertId()).toString())
                    .isEqualTo(before);
            assertThat(generation(second))
                    .as("positions of the old making mean nothing")
                    .isNotEqualTo(generation);
        }
    }

    @Test
    void aReaderThatHasLeftIsForgotten() {
        String open = "harmattan_console_streams{audience=\"RESTRICTED\"} ";
        try (SseReader stream = rig.stream("Authorization", "Bearer " + Rig.ANALYST)) {
            await().until(() -> !stream.events("hello").isEmpty());
            assertThat(rig.send(rig.request("/prometheus")).body()).doesNotContain(open + "0.0");
        }
        await().until(() -> rig.send(rig.request("/prometheus")).body().contains(open + "0.0"));
    }

    @Test
    void everythingIsWrittenAndToldOnceThoughTheDatabaseHangsUpInTheMiddle() throws SQLException {
        Platform platform = Platform.shared();
        String told = "select count(*) from read.feed_entry where kind = 'ALERT' and key = any (?)";
        List<String> ids = new ArrayList<>();
        try (Rig console = Rig.start("console_interrupted");
                Connection connection = DriverManager.getConnection(
                        platform.jdbcUrl("console_interrupted"), platform.databaseUser(), platform.databasePassword());
                Statement statement = connection.createStatement()) {
            SseReader stream = console.stream();
            await().until(() -> !stream.events("hello").isEmpty());
            for (int i = 0; i < 60; i++) {
                AlertEvent alert = Samples.raised(Audience.OPEN, "NG-OY", Level.ADVISORY, 201);
                ids.add(alert.getAlertId());
                hand.publish(alert);
                if (i % 15 == 7) {
                    statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = 'console_interrupted' and pid <> pg_backend_pid()");
                }
            }
            try (PreparedStatement count = connection.prepareStatement(told)) {
                count.setArray(1, connection.createArrayOf("text", ids.toArray()));
                await().atMost(Duration.ofSeconds(20)).until(() -> {
                    try (ResultSet row = count.executeQuery()) {
                        return row.next() && row.getInt(1) >= ids.size();
                    }
                });
                try (ResultSet row = count.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getInt(1)).isEqualTo(ids.size());
                }
            }
            await().untilAsserted(() -> assertThat(stream.hasEnded())
                    .as("a reader to whom something may be missing is sent away, to come back for it")
                    .isTrue());
            assertThat(console.open("/api/v1/alerts?state=all&limit=1000").at("/alerts"))
                    .extracting(alert -> alert.get("alertId").asText())
                    .containsAll(ids);
            await().untilAsserted(() ->
                    assertThat(console.open("/health").get("status").asText()).isEqualTo("UP"));
        }
    }

    private static void awaitAlert(Rig rig, AlertEvent alert) {
        await().untilAsserted(() -> assertThat(rig.restricted("/api/v1/alerts/" + alert.getAlertId())
                        .at("/alert/level")
                        .asText())
                .isEqualTo("WATCH"));
    }

    private static String generation(Rig rig) {
        try (SseReader stream = rig.stream()) {
            await().until(() -> !stream.events("hello").isEmpty());
            return Rig.json(stream.events("hello").get(0).data())
                    .get("generation")
                    .asText();
        }
    }

    private static String last(SseReader stream, AlertEvent alert) {
        return stream.events("alert").stream()
                .filter(event -> event.data().contains(alert.getAlertId()))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .id();
    }
}
