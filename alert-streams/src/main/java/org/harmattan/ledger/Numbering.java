package org.harmattan.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.ledger.LedgerEntry;

/** Numbers the entries of one decision: {@code seq} for all, {@code openSeq} for those that the open audience sees. */
final class Numbering {

    private final Instant at;
    private long seq;
    private long openSeq;
    private final List<LedgerEntry> entries = new ArrayList<>();

    Numbering(Position after, Instant at) {
        if (at.isBefore(after.at())) {
            throw new BrokenLedger("the theatre's time would go back from " + after.at() + " to " + at);
        }
        this.at = at;
        seq = after.seq();
        openSeq = after.openSeq();
    }

    /** Appends a body; returns its number. */
    long append(Object body, Audience visibleTo) {
        seq++;
        Long open = visibleTo == Audience.OPEN ? ++openSeq : null;
        entries.add(new LedgerEntry(seq, at, visibleTo, open, body));
        return seq;
    }

    List<LedgerEntry> entries() {
        return entries;
    }
}
