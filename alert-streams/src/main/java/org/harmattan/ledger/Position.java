package org.harmattan.ledger;

import java.time.Instant;

/**
 * Where a theatre's ledger stands after its last entry.
 *
 * @param seq number of the last entry, 0 before the first
 * @param openSeq number of the last entry that the open audience sees, 0 before the first
 * @param at the theatre's time of the last entry, UTC; the epoch before the first
 * @param lastTick the theatre's time of the last tick, UTC; the epoch before the first
 * @param ticks how many ticks there were
 * @param coreVersion version of the core in force, 0 before genesis
 * @param catalogueDigest digest of the catalogue in force, empty before genesis
 */
public record Position(
        long seq, long openSeq, Instant at, Instant lastTick, long ticks, int coreVersion, String catalogueDigest) {

    /** A ledger without entries. */
    public static final Position EMPTY = new Position(0, 0, Instant.EPOCH, Instant.EPOCH, 0, 0, "");

    /** Whether nothing was ever appended. */
    public boolean isEmpty() {
        return seq == 0;
    }
}
