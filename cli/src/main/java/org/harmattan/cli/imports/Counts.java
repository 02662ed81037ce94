package org.harmattan.cli.imports;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far an import is, as the service says about once a second.
 *
 * @param rows rows read
 * @param accepted rows on the ledger
 * @param duplicate rows that were there already
 * @param rejected rows that could not be used
 * @param bytes bytes of the file read
 */
record Counts(long rows, long accepted, long duplicate, long rejected, long bytes) {

    static Counts of(JsonNode progress) {
        return new Counts(
                progress.path("rows").asLong(),
                progress.path("accepted").asLong(),
                progress.path("duplicate").asLong(),
                progress.path("rejected").asLong(),
                progress.path("bytes").asLong());
    }
}
