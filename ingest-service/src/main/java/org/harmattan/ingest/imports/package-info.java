/**
 * Files of reports: their formats, and the run of one import from its beginning to its end. No file is held in memory as a
 * whole.
 */
@NullMarked
package org.harmattan.ingest.imports;

import org.jspecify.annotations.NullMarked;
