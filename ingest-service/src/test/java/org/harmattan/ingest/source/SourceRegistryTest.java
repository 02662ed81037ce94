package org.harmattan.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.harmattan.door.KeyDigest;
import org.harmattan.ingest.RunningIngest;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.report.Reliability;
import org.harmattan.schemas.source.Source;
import org.harmattan.schemas.source.SourceState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRegistryTest {

    private static final String FIRST_KEY = "the-first-key-of-a-new-source";
    private static final String SECOND_KEY = "the-second-key-of-a-new-source";

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

    private static Source.Builder source(String key) {
        return Source.newBuilder()
                .setSourceId("newcomer")
                .setName("Somebody new")
                .setReliability(Reliability.E)
                .setOrigin("newcomer")
                .setKeyDigest(KeyDigest.of(key))
                .setHighestTlp(Tlp.GREEN)
                .setState(SourceState.ACTIVE)
                .setUpdatedAt(Instant.now());
    }

    /** An empty object: 400 shows that the key was good, 401 and 403 that it was not. */
    private static void answers(String key, int status) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(ingest.report(key, "{}").statusCode()).isEqualTo(status));
    }

    @Test
    void aSourceIsKnownAsSoonAsItsTopicTellsOfItAndForgottenWhenItIsDeleted()
            throws InterruptedException, ExecutionException {
        try (Producer<String, byte[]> producer = ingest.kafka.producer("test-sources")) {
            answers(FIRST_KEY, 401);
            ingest.send(
                    producer,
                    RunningIngest.TOPICS.sources(),
                    "newcomer",
                    source(FIRST_KEY).build());
            answers(FIRST_KEY, 400);

            Source rotated = source(SECOND_KEY)
                    .setPreviousKeyDigest(KeyDigest.of(FIRST_KEY))
                    .setPreviousKeyUntil(Instant.now().plusSeconds(3_600))
                    .build();
            ingest.send(producer, RunningIngest.TOPICS.sources(), "newcomer", rotated);
            answers(SECOND_KEY, 400);
            answers(FIRST_KEY, 400);

            Source over = Source.newBuilder(rotated)
                    .setPreviousKeyUntil(Instant.now().minusSeconds(1))
                    .build();
            ingest.send(producer, RunningIngest.TOPICS.sources(), "newcomer", over);
            answers(FIRST_KEY, 401);

            ingest.send(
                    producer,
                    RunningIngest.TOPICS.sources(),
                    "newcomer",
                    source(SECOND_KEY).setState(SourceState.REVOKED).build());
            answers(SECOND_KEY, 403);

            producer.send(new ProducerRecord<>(RunningIngest.TOPICS.sources().name(), "newcomer", null))
                    .get();
            answers(SECOND_KEY, 401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CLEAR,CLEAR,true",
        "CLEAR,GREEN,false",
        "GREEN,CLEAR,true",
        "GREEN,GREEN,true",
        "GREEN,AMBER,false",
        "AMBER,AMBER,true",
        "AMBER,AMBER_STRICT,false",
        "RED,RED,false",
        "UNKNOWN,GREEN,false",
        "AMBER,UNKNOWN,false"
    })
    void aSourceSendsUpToItsHighestTlpAndNeverMoreThanAmber(Tlp highest, Tlp sent, boolean may) {
        assertThat(new Grade("s", Reliability.B, "s", highest).maySend(sent)).isEqualTo(may);
    }
}
