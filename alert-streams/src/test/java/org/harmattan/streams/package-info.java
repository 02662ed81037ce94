/** The running service on a real broker and registry. */
@NullMarked
package org.harmattan.streams;

import org.jspecify.annotations.NullMarked;
