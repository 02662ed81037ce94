/** Tests of this room. */
@NullMarked
package org.harmattan.notifier.webhook;

import org.jspecify.annotations.NullMarked;
