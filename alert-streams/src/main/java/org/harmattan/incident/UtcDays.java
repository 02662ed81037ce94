package org.harmattan.incident;

import java.time.Instant;

/** UTC days as numbers: days since 1970-01-01. */
public final class UtcDays {

    /** The first day that anything is counted on, 1900-01-01: what is said to be older counts there. Bounds every series. */
    public static final int EARLIEST = -25_567;

    private static final long MILLIS_PER_DAY = 86_400_000L;

    private UtcDays() {}

    /** The day that a moment lies in. */
    public static int of(Instant moment) {
        return ofMillis(moment.toEpochMilli());
    }

    /** The day that a moment lies in, milliseconds since 1970. */
    public static int ofMillis(long epochMillis) {
        return Math.toIntExact(Math.floorDiv(epochMillis, MILLIS_PER_DAY));
    }
}
