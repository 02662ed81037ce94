package org.harmattan.ledger;

/** What a theatre's ledger has made known so far, for writing. Only {@link Applier} writes. */
public interface Memory extends Remembered {

    /** Moves the ledger's position. */
    void put(Position position);

    /** Remembers the newest revision of a report. */
    void put(String reportId, KnownReport report);

    /** Remembers a command as done by the entry {@code seq}. */
    void put(String commandId, long seq);
}
