package org.harmattan.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message that has not arrived when its alert changes. */
class WaitingMessageTest {

    private final Bench bench = Bench.shared();
    private final Receiver receiver = new Receiver();
    private final String region = Bench.region();
    private final Alerts alert = new Alerts(region, Audience.OPEN, bench.clock);

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void anAlertCorrectedWhileItsMessageWaitsIsTold() {
        bench.subscribe(receiver, region);
        bench.publish(alert.raised(Level.WATCH));
        bench.publish(alert.corrected());
        await().until(() -> bench.taken(alert));
        bench.advance(Duration.ofSeconds(90));
        await().until(() -> !receiver.callsAbout(alert.id()).isEmpty());
    }

    @Test
    void anEndThatIsHeldStopsTheRetriesOfWhatItEnds() {
        String id = bench.subscribe(receiver, region).path("id").asText();
        receiver.answerWith(500);
        bench.publish(alert.raised(Level.WATCH));
        await().until(() -> bench.deliveries(id, "RETRYING").size() == 1);
        var cleared = alert.cleared();
        bench.restart(() -> {
            bench.clock.advance(Duration.ofHours(7));
            bench.publish(cleared);
        });
        await().until(() -> bench.taken(alert));
        await().until(() -> bench.deliveries(id, "SUPERSEDED").size() == 1);
        int before = receiver.callsAbout(alert.id()).size();
        receiver.answerWith(204);
        bench.advance(Duration.ofHours(3));
        // another alert that is told shows that the scheduler has had its turn
        String elsewhere = Bench.region();
        bench.subscribe(receiver, elsewhere);
        Alerts later = new Alerts(elsewhere, Audience.OPEN, bench.clock);
        bench.publish(later.raised(Level.WATCH));
        await().until(() -> bench.taken(later));
        bench.advance(Duration.ofSeconds(90));
        await().until(() -> !receiver.callsAbout(later.id()).isEmpty());
        assertThat(receiver.callsAbout(alert.id())).hasSize(before);
    }
}
