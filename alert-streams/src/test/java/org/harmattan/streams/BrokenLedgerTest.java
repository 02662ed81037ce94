package org.harmattan.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.harmattan.geography.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a lane of its own, since its ledger is broken afterwards. */
class BrokenLedgerTest {

    @TempDir
    static Path stateDir;

    @Test
    void bytes_that_cannot_be_read_on_the_ledger_stop_the_assessment_and_health_says_why() throws Exception {
        try (LiveCluster cluster = new LiveCluster(stateDir, "exercise.broken-ledger")) {
            cluster.start();
            cluster.sendBytesToTheatre(
                    cluster.topics().ledger(), "words nobody may read".getBytes(StandardCharsets.UTF_8));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> cluster.get("/health").statusCode() == 503);
            String health = cluster.get("/health").body();
            assertThat(health)
                    .contains("harmattan.exercise.broken-ledger.ledger: no Confluent header")
                    .doesNotContain("words nobody");
            assertThat(cluster.get("/v1/theatres").body())
                    .contains(Catalogue.shipped().theatres().get(0).name());
        }
    }
}
