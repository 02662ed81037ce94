/**
 * Folds a stored ledger once more and compares with what was published. It reads topics and writes none.
 */
@NullMarked
package org.harmattan.replay;

import org.jspecify.annotations.NullMarked;
