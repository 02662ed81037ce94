package org.harmattan.assessment;

/**
 * Entries that this core could not judge.
 *
 * @param failedEntries how many so far
 * @param lastFailed the audience's number of the newest; 0 without any
 */
record Tally(long failedEntries, long lastFailed) {

    static final Tally NOTHING = new Tally(0, 0);

    Tally plus(long causeSeq) {
        return lastFailed == causeSeq && failedEntries > 0 ? this : new Tally(failedEntries + 1, causeSeq);
    }
}
