package org.harmattan.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a theatre's sequencer knows of time.
 *
 * @param accepted the newest accepted proposal, or the last entry's time after a restart; the epoch when there is neither
 * @param own the time of the instance that decides, in the lane's own clock
 */
public record TheatreClock(Instant accepted, Instant own) {

    public TheatreClock {
        own = own.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The theatre's time: the newest accepted one. Only a ledger's very first entry may come before any proposal did. */
    Instant at() {
        return accepted.equals(Instant.EPOCH) ? own : accepted;
    }
}
