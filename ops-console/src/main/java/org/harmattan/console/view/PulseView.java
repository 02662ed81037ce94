package org.harmattan.console.view;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import org.harmattan.schemas.assessment.Pulse;
import org.jspecify.annotations.Nullable;

/**
 * A theatre's newest sign of life.
 *
 * @param at the theatre's time
 * @param ageSeconds how long ago that was, by this service's clock, at the moment of the answer; 0 and up
 * @param coreVersion version of the core in force
 * @param failedEntries entries so far that the core could not judge
 * @param lastFailed number of the newest such entry
 */
@Serdeable
public record PulseView(
        String theatre,
        Instant at,
        long ageSeconds,
        int coreVersion,
        long failedEntries,
        @Nullable Long lastFailed) {

    public static PulseView of(Pulse pulse, Instant now) {
        return new PulseView(
                pulse.getTheatre(),
                pulse.getAt(),
                Math.max(0, Duration.between(pulse.getAt(), now).toSeconds()),
                pulse.getCoreVersion(),
                pulse.getFailedEntries(),
                pulse.getLastFailed());
    }
}
