package org.harmattan.replay;

import org.harmattan.schemas.audience.Audience;

/** What came of folding a ledger once more. */
public sealed interface Verification {

    /** Entries of the ledger that were folded. */
    long entries();

    /**
     * What was published is what the ledger says.
     *
     * @param entries entries folded
     * @param outputs published records compared, both audiences
     * @param openDigest chained digest of the open audience's outputs
     * @param restrictedDigest chained digest of the restricted audience's outputs
     */
    record Same(long entries, long outputs, String openDigest, String restrictedDigest) implements Verification {}

    /**
     * What was published is not what the ledger says; the first difference.
     *
     * @param entries entries folded before it was found
     * @param topic full name of the topic it lies on
     * @param audience whose topic that is
     * @param seq number of the entry that caused it: {@code openSeq} on open topics, {@code seq} on the others
     * @param ordinal the how-manieth output of that entry and audience, from 0
     * @param key the record's key
     * @param kind what is different
     * @param detail one sentence, without a word of a record's content
     */
    record Different(
            long entries, String topic, Audience audience, long seq, int ordinal, String key, Kind kind, String detail)
            implements Verification {}

    /** What is different. */
    enum Kind {
        /** The ledger says it, the topic lacks it. */
        MISSING,
        /** The topic holds it, the ledger does not say it. */
        UNEXPECTED,
        /** Another key. */
        KEY,
        /** Another value. */
        VALUE,
        /** Another timestamp. */
        TIMESTAMP,
        /** The ledger's own numbers or times are broken. */
        LEDGER
    }
}
