package org.harmattan.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.receipt.Receipt;

/** What becomes of one entry of the intake. */
public sealed interface Decision {

    /**
     * It enters the ledger.
     *
     * @param entries what to append, in this order; more than one when a ledger begins
     * @param receipt the answer; empty where another theatre answers
     */
    record Append(List<LedgerEntry> entries, Optional<Receipt> receipt) implements Decision {
        public Append {
            entries = List.copyOf(entries);
        }
    }

    /**
     * It was done before, or came too late: only an answer.
     *
     * @param receipt DUPLICATE, STALE or CONFLICT, or a command's REJECTED
     */
    record Answer(Receipt receipt) implements Decision {}

    /**
     * A readable report that cannot be used.
     *
     * @param receipt REJECTED with its reason
     */
    record Reject(Receipt receipt) implements Decision {}

    /**
     * A new time.
     *
     * @param at the theatre's time from now on, UTC
     * @param entries a tick when one is due, else nothing
     */
    record AcceptClock(Instant at, List<LedgerEntry> entries) implements Decision {
        public AcceptClock {
            entries = List.copyOf(entries);
        }
    }

    /** Nothing happens. */
    record Ignore(Why why) implements Decision {}

    /** Why nothing happens. */
    enum Why {
        /** The proposed time is not newer than the last accepted one. */
        CLOCK_NOT_NEWER,
        /** The proposed time lies too far ahead of the deciding instance's own clock. */
        CLOCK_AHEAD,
        /** Another theatre answers, and nothing is to be appended here. */
        ANSWERED_ELSEWHERE
    }
}
