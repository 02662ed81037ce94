package org.harmattan.ingest.imports;

import java.io.IOException;
import java.util.Optional;

/** Reads a file row by row. */
interface RowReader {

    /**
     * The next row, or empty at the end. A row that cannot be used is a row too.
     *
     * @throws IOException when the sender broke off
     * @throws UnreadableFile when the file cannot be read any further
     */
    Optional<Row> next() throws IOException;
}
