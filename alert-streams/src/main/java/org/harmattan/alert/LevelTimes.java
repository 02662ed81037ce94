package org.harmattan.alert;

import java.util.Arrays;
import org.harmattan.schemas.command.Level;

/**
 * Since when something holds for each of the four levels, the theatre's time in milliseconds; {@link #NEVER} where it does
 * not hold. Immutable.
 */
public final class LevelTimes {

    /** It does not hold. */
    public static final long NEVER = Long.MAX_VALUE;

    /** It holds for no level. */
    public static final LevelTimes NONE = new LevelTimes(new long[] {NEVER, NEVER, NEVER, NEVER});

    private final long[] since;

    private LevelTimes(long[] since) {
        this.since = since;
    }

    /** From the four times in rising order of levels. */
    public static LevelTimes of(long advisory, long watch, long warning, long emergency) {
        LevelTimes times = new LevelTimes(new long[] {advisory, watch, warning, emergency});
        return times.equals(NONE) ? NONE : times;
    }

    /** Since when it holds for a level. */
    public long since(Level level) {
        return since[index(level)];
    }

    /** Holding for the level or not from a moment on: what held before keeps its time. */
    LevelTimes observed(Level level, boolean holds, long atMillis) {
        int index = index(level);
        boolean held = since[index] != NEVER;
        if (held == holds) {
            return this;
        }
        long[] next = since.clone();
        next[index] = holds ? atMillis : NEVER;
        LevelTimes times = new LevelTimes(next);
        return times.equals(NONE) ? NONE : times;
    }

    private static int index(Level level) {
        return switch (level) {
            case ADVISORY -> 0;
            case WATCH -> 1;
            case WARNING -> 2;
            case EMERGENCY -> 3;
            case NONE, UNKNOWN -> throw new IllegalArgumentException("level: ADVISORY to EMERGENCY, but got " + level);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LevelTimes that && Arrays.equals(since, that.since);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(since);
    }

    @Override
    public String toString() {
        return Arrays.toString(since);
    }
}
