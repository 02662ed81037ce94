/** {@code ledger verify}: asks the replay whether what was published is what the ledger says. It folds nothing itself. */
@NullMarked
package org.harmattan.cli.ledger;

import org.jspecify.annotations.NullMarked;
