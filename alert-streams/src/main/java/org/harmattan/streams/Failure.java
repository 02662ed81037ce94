package org.harmattan.streams;

import org.apache.kafka.common.errors.RetriableException;
import org.harmattan.assessment.LedgerNotFoldable;
import org.harmattan.ledger.BrokenLedger;
import org.harmattan.schemas.serde.SchemaUnavailable;
import org.harmattan.schemas.serde.UnreadableRecord;

/**
 * Why a stream thread died, fit to be shown. Of exceptions that are not ours only the class is told: their messages may
 * quote a record.
 *
 * @param reason one sentence, or the class of what was thrown
 * @param passing whether it may be over in a moment: the registry or the broker did not answer
 */
record Failure(String reason, boolean passing) {

    static Failure of(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenLedger
                    || cause instanceof LedgerNotFoldable
                    || cause instanceof UnreadableRecord) {
                return new Failure(String.valueOf(cause.getMessage()), false);
            }
            if (cause instanceof SchemaUnavailable) {
                return new Failure(String.valueOf(cause.getMessage()), true);
            }
            if (cause instanceof RetriableException) {
                return new Failure(
                        "the broker did not answer (" + cause.getClass().getSimpleName() + ")", true);
            }
            root = cause;
        }
        return new Failure(root.getClass().getName(), false);
    }
}
