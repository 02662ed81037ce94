package org.harmattan.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.harmattan.notifier.database.Sql;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.notifier.intake.AlertReaders;
import org.harmattan.notifier.intake.From;
import org.harmattan.notifier.intake.Reading;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final String OPEN =
            TopicCatalogue.live().alerts(Audience.OPEN).name();

    private final Bench bench = Bench.shared();
    private final Receiver receiver = new Receiver();
    private final String region = Bench.region();
    private final Alerts alert = new Alerts(region, Audience.OPEN, bench.clock);

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void anEventThatArrivesTwiceIsTakenInOnce() {
        String id = bench.subscribe(receiver, region).path("id").asText();
        AlertEvent raised = alert.raised(Level.ADVISORY);
        bench.publish(raised);
        bench.publish(raised);
        Alerts after = new Alerts(region, Audience.OPEN, bench.clock).ofRule("after");
        bench.publish(after.raised(Level.ADVISORY));
        await().until(() -> receiver.callsAbout(after.id()).size() == 1);
        await().until(() -> bench.deliveries(id, "DELIVERED").size() == 2);
        assertThat(receiver.callsAbout(alert.id())).hasSize(1);
    }

    /** The database cuts the connection of the very transaction that takes the event in, after inbox and offset. */
    @Test
    void aTransactionThatIsKilledInTheMiddleLeavesNothingAndIsRepeated() {
        String id = bench.subscribe(receiver, region).path("id").asText();
        long before = offset();
        bench.sql(
                "create function kill_me() returns trigger language plpgsql as"
                        + " $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$",
                "create trigger kill_me before insert on delivery for each row when (new.subscription_id = '" + id
                        + "') execute function kill_me()");
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> bench.reading(OPEN) instanceof Reading.Waiting);
        assertThat(bench.taken(alert)).isFalse();
        assertThat(offset()).isEqualTo(before);
        assertThat(bench.get("/health").status()).isEqualTo(503);

        bench.sql("drop trigger kill_me on delivery", "drop function kill_me()");
        await().until(() -> receiver.calls().size() == 1);
        await().until(() -> bench.deliveries(id, "DELIVERED").size() == 1);
        assertThat(receiver.callsAbout(alert.id())).hasSize(1);
        assertThat(bench.taken(alert)).isTrue();
    }

    private long offset() {
        return bench.bean(Transactions.class)
                .inTransaction(connection -> Sql.first(
                        connection,
                        "select sum(next_offset) as all_of_it from topic_offset where topic = ?",
                        row -> row.getLong("all_of_it"),
                        OPEN))
                .orElse(0L);
    }

    @Test
    void aRestartTakesNothingInASecondTime() {
        String id = bench.subscribe(receiver, region).path("id").asText();
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> bench.deliveries(id, "DELIVERED").size() == 1);
        Alerts meanwhile = new Alerts(region, Audience.OPEN, bench.clock).ofRule("meanwhile");
        bench.restart(() -> bench.publish(meanwhile.raised(Level.ADVISORY)));
        await().until(() -> bench.deliveries(id, "DELIVERED").size() == 2);
        assertThat(receiver.callsAbout(alert.id())).hasSize(1);
        assertThat(receiver.callsAbout(meanwhile.id())).hasSize(1);
    }

    @Test
    void aFirstStartBeginsAtTheBeginningAndRecordsIt() {
        bench.publish(alert.raised(Level.ADVISORY));
        await().until(() -> bench.taken(alert));
        try (ApplicationContext fresh = NotifierService.start(bench.overrides("notifier_fresh"), bench.clock)) {
            Transactions transactions = fresh.getBean(Transactions.class);
            await().until(() -> count(transactions, "select count(*) as n from inbox")
                    == bench.count("select count(*) as n from inbox"));
            assertThat(count(transactions, "select count(*) as n from topic_offset"))
                    .isEqualTo(8);

            // the same service, told a lie about where it stood: it does not guess
            AlertReaders readers = fresh.getBean(AlertReaders.class);
            assertThat(readers.choose(OPEN, From.BEGINNING)).contains(false);
        }
        lieAboutTheOffset();
    }

    private void lieAboutTheOffset() {
        new BenchDatabase(bench.platform, "notifier_fresh")
                .run("update topic_offset set next_offset = next_offset + 1000 where partition = 0");
        try (ApplicationContext fresh = NotifierService.start(bench.overrides("notifier_fresh"), bench.clock)) {
            AlertReaders readers = fresh.getBean(AlertReaders.class);
            await().until(() -> readers.readings().get(OPEN) instanceof Reading.NeedsChoice);
            assertThat(((Reading.NeedsChoice) readers.readings().get(OPEN)).why())
                    .contains("ends at offset");
            Transactions transactions = fresh.getBean(Transactions.class);
            int known = count(transactions, "select count(*) as n from inbox");

            assertThat(readers.choose(OPEN, From.BEGINNING)).contains(true);
            await().until(() -> readers.readings().get(OPEN) instanceof Reading.Running);
            bench.publish(alert.escalated(Level.WATCH));
            await().until(() -> count(transactions, "select count(*) as n from inbox") == known + 1);
        }
        topicMadeAnew();
    }

    private void topicMadeAnew() {
        new BenchDatabase(bench.platform, "notifier_fresh")
                .run("update topic_offset set topic_id = 'another', next_offset = 0");
        try (ApplicationContext fresh = NotifierService.start(bench.overrides("notifier_fresh"), bench.clock)) {
            AlertReaders readers = fresh.getBean(AlertReaders.class);
            await().until(() -> readers.readings().get(OPEN) instanceof Reading.NeedsChoice);
            assertThat(readers.readings().get(OPEN))
                    .isEqualTo(new Reading.NeedsChoice("the topic was made anew since it was last read"));
            assertThat(readers.choose(OPEN, From.END)).contains(true);
            await().until(() -> readers.readings().get(OPEN) instanceof Reading.Running);
        }
    }

    @Test
    void theChoiceIsMadeOverHttpByAnAdministratorAndOnlyWhenThereIsOne() {
        String path = "/v1/topics/" + OPEN + "/start";
        assertThat(bench.post(path, "{\"from\":\"end\"}", Bench.key(Bench.WATCH_OFFICER))
                        .status())
                .isEqualTo(403);
        assertThat(bench.post(path, "{\"from\":\"end\"}", Bench.key(Bench.ADMINISTRATOR))
                        .status())
                .isEqualTo(409);
        assertThat(bench.post(path, "{\"from\":\"middle\"}", Bench.key(Bench.ADMINISTRATOR))
                        .status())
                .isEqualTo(400);
        assertThat(bench.post("/v1/topics/nonsense/start", "{\"from\":\"end\"}", Bench.key(Bench.ADMINISTRATOR))
                        .status())
                .isEqualTo(404);
    }

    private static int count(Transactions transactions, String sql) {
        return transactions
                .inTransaction(connection -> Sql.first(connection, sql, row -> row.getInt("n")))
                .orElse(0);
    }

    @Test
    void aWrongValueStopsTheStart() {
        Map<String, Object> overrides = bench.overrides("notifier_bench");
        overrides.put("harmattan.mail.port", 99_999);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> NotifierService.start(overrides, bench.clock).close())
                .hasStackTraceContaining("port");
        await().atMost(Duration.ofSeconds(5)).until(() -> bench.get("/health").status() == 200);
    }
}
