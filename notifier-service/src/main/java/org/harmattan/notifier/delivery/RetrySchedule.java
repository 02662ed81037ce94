package org.harmattan.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after an attempt that failed: now, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h, then no more. */
final class RetrySchedule {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    private RetrySchedule() {}

    /**
     * The wait after an attempt that failed.
     *
     * @param attempt its number, from 1
     * @return empty after the last one
     */
    static Optional<Duration> afterFailed(int attempt) {
        return attempt <= WAITS.size() ? Optional.of(WAITS.get(attempt - 1)) : Optional.empty();
    }
}
