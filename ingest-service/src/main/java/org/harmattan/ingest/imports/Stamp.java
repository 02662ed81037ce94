package org.harmattan.ingest.imports;

import java.time.Instant;
import org.harmattan.ingest.source.Grade;

/**
 * What every report of an import is stamped with.
 *
 * @param grade of the source
 * @param importId UUID of the import
 * @param receivedAt when it began
 */
record Stamp(Grade grade, String importId, Instant receivedAt) {}
