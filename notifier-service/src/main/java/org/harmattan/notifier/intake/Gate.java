package org.harmattan.notifier.intake;

import java.time.Duration;
import java.time.Instant;

/** Keeps events that are too old from being sent by themselves: no replay, reset or rebuild can tell the world old news. */
enum Gate {
    /** Recent enough. */
    PASSES,
    /** More than six hours before the wall clock: held until a person says otherwise. */
    TOO_OLD;

    static final Duration OLDEST = Duration.ofHours(6);

    /**
     * The gate of the live lane.
     *
     * @param at the event's time
     * @param now the wall clock
     */
    static Gate of(Instant at, Instant now) {
        return at.isBefore(now.minus(OLDEST)) ? TOO_OLD : PASSES;
    }
}
