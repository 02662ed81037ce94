/** The fold as a whole: by examples, by golden ledgers, and beside a slow twin. */
@NullMarked
package org.harmattan.assessment;

import org.jspecify.annotations.NullMarked;
