package org.harmattan.console.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * How a reader is.
 *
 * @param phase what it does
 * @param since since when, by this machine's clock
 * @param problem why it does not read, or empty
 * @param lag records that it has still to read, or -1 before it knows
 * @param passedOver records that could not be read and were passed over since the start
 */
public record ReaderState(Phase phase, Instant since, Optional<String> problem, long lag, long passedOver) {

    /** What a reader does. */
    public enum Phase {
        STARTING,
        READING,
        /** Something does not answer; it tries again. */
        RETRYING,
        /** It met something that it must not pass over, and waits for a person. */
        STUCK,
        STOPPED
    }
}
