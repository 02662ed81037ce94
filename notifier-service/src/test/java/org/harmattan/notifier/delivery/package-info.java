/** Tests of this room. */
@NullMarked
package org.harmattan.notifier.delivery;

import org.jspecify.annotations.NullMarked;
