package org.harmattan.ledger;

import java.util.OptionalLong;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportKind;

/**
 * What the sequencer remembers of a report for ever.
 *
 * @param kind its kind, which never changes
 * @param source id of the source that may revise and retract it
 * @param revision the highest accepted revision
 * @param action whether that revision reports or retracts
 * @param contentDigest SHA-256 over what the sender sent in that revision, lower-case hex
 * @param seq number of the entry that holds that revision
 * @param openDay first UTC day of that revision, counted from 1970-01-01, where the open audience sees it stand; empty where
 *     it does not. Days that only the restricted audience knows stay out, so that no decision which the open audience can
 *     observe hangs on them
 */
public record KnownReport(
        ReportKind kind,
        String source,
        long revision,
        ReportAction action,
        String contentDigest,
        long seq,
        OptionalLong openDay) {

    /** Whether the open audience sees the report stand. */
    public boolean standsInOpen() {
        return openDay.isPresent();
    }
}
