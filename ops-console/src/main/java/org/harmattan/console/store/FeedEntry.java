package org.harmattan.console.store;

/**
 * One thing that the live feed tells of, in the order in which it was written.
 *
 * @param position rises with each entry; meaningful only within one making of the read model
 * @param theatre theatre
 * @param seq number of the ledger entry that caused it, as the audience counts
 * @param ordinal which of its outputs
 * @param kind what it tells of
 * @param key region of a score, id of an alert, theatre of a pulse
 * @param version version of the alert; 0 otherwise
 */
public record FeedEntry(long position, String theatre, long seq, int ordinal, Kind kind, String key, int version) {

    /** What the live feed tells of. */
    public enum Kind {
        SCORE,
        ALERT,
        PULSE
    }
}
