package org.harmattan.notifier;

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
}
