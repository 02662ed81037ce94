/** What the parts promise: start, survive a kill, say who wants a taken port, leave nothing behind. */
@NullMarked
package org.harmattan.parts;

import org.jspecify.annotations.NullMarked;
