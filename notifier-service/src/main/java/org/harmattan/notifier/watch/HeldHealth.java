package org.harmattan.notifier.watch;

import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.harmattan.notifier.database.DatabaseFailure;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.notifier.delivery.DeliveryLog;
import org.harmattan.notifier.inbox.Inbox;
import org.reactivestreams.Publisher;

/** DEGRADED while alerts in force wait for a person to release them. */
@Singleton
final class HeldHealth implements HealthIndicator {

    static final HealthStatus DEGRADED =
            new HealthStatus("DEGRADED", "alerts in force are held: see GET /v1/held", true, 500);

    private final Transactions transactions;
    private final Inbox inbox;
    private final DeliveryLog log;
    private final ExecutorService executor;

    HeldHealth(
            Transactions transactions,
            Inbox inbox,
            DeliveryLog log,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.executor = executor;
        this.transactions = transactions;
        this.inbox = inbox;
        this.log = log;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(executor, this::result);
    }

    private HealthResult result() {
        try {
            int held = transactions.inTransaction(inbox::heldCount);
            return HealthResult.builder("held", held == 0 ? HealthStatus.UP : DEGRADED)
                    .details(Map.of("alertsHeld", held, "outcomesToPublish", log.unpublished()))
                    .build();
        } catch (DatabaseFailure e) {
            return HealthResult.builder("held", HealthStatus.DOWN)
                    .details(Map.of("database", "does not answer"))
                    .build();
        }
    }
}
