package org.harmattan.streams;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the two applications run: {@code harmattan.streams.*}.
 *
 * @param instanceId name of this instance, its own among all that run the lane; letters, digits, dots, hyphens
 * @param stateDir folder for locks of the applications; their state is in memory and on the broker
 * @param standbyReplicas copies of each task's state on other instances, 0 to 3
 * @param commitIntervalMillis how often a transaction is committed, 1 to 1,000: most of the latency of a report
 * @param staleAfter a theatre whose time stands still for longer is unhealthy, 15 s to 1 h
 */
@ConfigurationProperties("harmattan.streams")
record StreamsSettings(
        @Bindable(defaultValue = "streams-1") @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.-]{0,99}")
        String instanceId,

        @Bindable(defaultValue = "state/streams") Path stateDir,
        @Bindable(defaultValue = "1") @Min(0) @Max(3) int standbyReplicas,

        @Bindable(defaultValue = "20") @Min(1) @Max(1_000) int commitIntervalMillis,

        @Bindable(defaultValue = "30s") Duration staleAfter) {

    private static final Duration SHORTEST_STALE = Duration.ofSeconds(15);
    private static final Duration LONGEST_STALE = Duration.ofHours(1);

    StreamsSettings {
        if (staleAfter.compareTo(SHORTEST_STALE) < 0 || staleAfter.compareTo(LONGEST_STALE) > 0) {
            throw new IllegalArgumentException(
                    "harmattan.streams.stale-after: must be from 15s to 1h, but is " + staleAfter);
        }
    }
}
