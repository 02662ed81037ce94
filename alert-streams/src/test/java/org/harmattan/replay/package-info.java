/** What the verification of a ledger finds, and what it does not let pass. */
@NullMarked
package org.harmattan.replay;

import org.jspecify.annotations.NullMarked;
