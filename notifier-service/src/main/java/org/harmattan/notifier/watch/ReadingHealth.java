package org.harmattan.notifier.watch;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.harmattan.notifier.delivery.DeliveryScheduler;
import org.harmattan.notifier.intake.AlertReaders;
import org.harmattan.notifier.intake.Reading;
import org.reactivestreams.Publisher;

/** DOWN while an alert topic is not read, and why; with the choice that a person has, if one is needed. */
@Singleton
final class ReadingHealth implements HealthIndicator {

    private final AlertReaders readers;
    private final DeliveryScheduler scheduler;

    ReadingHealth(AlertReaders readers, DeliveryScheduler scheduler) {
        this.readers = readers;
        this.scheduler = scheduler;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(result());
    }

    private HealthResult result() {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean up = scheduler.isRunning();
        details.put("deliveries", up ? "running" : "stopped");
        for (Map.Entry<String, Reading> entry : readers.readings().entrySet()) {
            up &= entry.getValue() instanceof Reading.Running;
            details.put(entry.getKey(), words(entry.getKey(), entry.getValue()));
        }
        return HealthResult.builder("alerts", up ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build();
    }

    private static String words(String topic, Reading reading) {
        if (reading instanceof Reading.Running) {
            return "read";
        }
        if (reading instanceof Reading.Waiting waiting) {
            return "tried again every few seconds: " + waiting.why();
        }
        if (reading instanceof Reading.NeedsChoice choice) {
            return choice.why() + ". Choose with an administrator's key: POST /v1/topics/" + topic
                    + "/start {\"from\":\"beginning\"} takes in all that is there, what is known is not sent again;"
                    + " {\"from\":\"end\"} takes in only what comes from now on";
        }
        return reading instanceof Reading.Starting ? "starting" : "stopped";
    }
}
