/** Tests of this room. */
@NullMarked
package org.harmattan.notifier.intake;

import org.jspecify.annotations.NullMarked;
