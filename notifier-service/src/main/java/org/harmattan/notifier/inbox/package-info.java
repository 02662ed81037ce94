/** Every alert event that was ever taken in, once, and what was decided about it. It sends nothing. */
@NullMarked
package org.harmattan.notifier.inbox;

import org.jspecify.annotations.NullMarked;
