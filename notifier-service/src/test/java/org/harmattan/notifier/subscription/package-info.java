/** Tests of this room. */
@NullMarked
package org.harmattan.notifier.subscription;

import org.jspecify.annotations.NullMarked;
