/** Follows the receipts of the sequencer and hands each to who waits for it. */
@NullMarked
package org.harmattan.ingest.receipt;

import org.jspecify.annotations.NullMarked;
