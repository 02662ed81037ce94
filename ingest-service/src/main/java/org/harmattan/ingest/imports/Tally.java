package org.harmattan.ingest.imports;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what became of the rows. Thread-safe. */
final class Tally {

    private long rows;
    private long accepted;
    private long duplicate;
    private long rejected;
    private long widened;
    private final SortedMap<String, Long> rejectedBy = new TreeMap<>();

    synchronized void row() {
        rows++;
    }

    synchronized void widened() {
        widened++;
    }

    synchronized void accepted() {
        accepted++;
    }

    synchronized void duplicate() {
        duplicate++;
    }

    synchronized void rejected(String reason) {
        rejected++;
        rejectedBy.merge(reason, 1L, Long::sum);
    }

    /** What is known now. */
    synchronized Counts counts() {
        return new Counts(rows, accepted, duplicate, rejected, widened, new TreeMap<>(rejectedBy));
    }

    /**
     * The counts at one moment.
     *
     * @param rows read so far
     * @param accepted on the ledger as new
     * @param duplicate on the ledger already
     * @param rejected not to be used, by file or by receipt
     * @param widened with a range of deaths that was widened
     * @param rejectedBy rejected rows by reason
     */
    record Counts(
            long rows,
            long accepted,
            long duplicate,
            long rejected,
            long widened,
            SortedMap<String, Long> rejectedBy) {}
}
