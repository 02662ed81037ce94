package org.harmattan.ledger;

import org.harmattan.schemas.receipt.Outcome;
import org.harmattan.schemas.receipt.ReceiptReason;
import org.jspecify.annotations.Nullable;

/**
 * What a judge says of a report or command.
 *
 * @param outcome ACCEPTED or why not
 * @param reason the reason by name
 * @param heldBy number of the entry that holds it already, for a duplicate; else null
 */
record Verdict(
        Outcome outcome, ReceiptReason reason, @Nullable Long heldBy) {

    static Verdict accepted(ReceiptReason reason) {
        return new Verdict(Outcome.ACCEPTED, reason, null);
    }

    static Verdict rejected(ReceiptReason reason) {
        return new Verdict(Outcome.REJECTED, reason, null);
    }

    static Verdict duplicate(long seq) {
        return new Verdict(Outcome.DUPLICATE, ReceiptReason.SAME_CONTENT, seq);
    }

    static Verdict stale() {
        return new Verdict(Outcome.STALE, ReceiptReason.LOWER_REVISION, null);
    }

    static Verdict conflict() {
        return new Verdict(Outcome.CONFLICT, ReceiptReason.OTHER_CONTENT, null);
    }

    boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }
}
