package org.harmattan.console.health;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.harmattan.console.reading.ReaderState;
import org.harmattan.console.reading.Readers;
import org.harmattan.console.store.Assessments;
import org.harmattan.console.store.StoreUnavailable;
import org.harmattan.console.view.PulseView;
import org.harmattan.schemas.audience.Audience;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Database, readers and the age of the last sign of life. Details hold no content, so no audience is told of another. */
@Singleton
final class ReaderHealth implements HealthIndicator {

    private final Readers readers;
    private final Assessments assessments;
    private final ExecutorService executor;
    private final Clock clock = Clock.systemUTC();

    ReaderHealth(Readers readers, Assessments assessments, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.readers = readers;
        this.assessments = assessments;
        this.executor = executor;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::look).subscribeOn(Schedulers.fromExecutorService(executor));
    }

    private HealthResult look() {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean up = true;
        for (Map.Entry<String, ReaderState> reader : readers.states().entrySet()) {
            ReaderState state = reader.getValue();
            up &= state.phase() == ReaderState.Phase.READING;
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("phase", state.phase().name());
            told.put("since", state.since().toString());
            told.put("lagRecords", state.lag());
            told.put("passedOver", state.passedOver());
            state.problem().ifPresent(problem -> told.put("problem", problem));
            details.put(reader.getKey(), told);
        }
        try {
            details.put("pulseAgeSeconds", pulseAges());
        } catch (StoreUnavailable e) {
            up = false;
            details.put("database", String.valueOf(e.getMessage()));
        }
        return HealthResult.builder("readers", up ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build();
    }

    /** The theatre's silence is not this service's illness: it is told and does not make it DOWN. */
    private Map<String, Long> pulseAges() {
        Map<String, Long> ages = new LinkedHashMap<>();
        for (var pulse : assessments.pulses(Audience.OPEN)) {
            ages.put(pulse.getTheatre(), PulseView.of(pulse, clock.instant()).ageSeconds());
        }
        return ages;
    }
}
