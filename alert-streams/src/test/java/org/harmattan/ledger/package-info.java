/** What the sequencer decides, told by examples and by a naive twin. */
@NullMarked
package org.harmattan.ledger;

import org.jspecify.annotations.NullMarked;
