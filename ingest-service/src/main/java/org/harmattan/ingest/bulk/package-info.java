/** Files of reports: formats, and the run of one import from its beginning to its end. Nothing is held in memory as a whole. */
@NullMarked
package org.harmattan.ingest.bulk;

import org.jspecify.annotations.NullMarked;
