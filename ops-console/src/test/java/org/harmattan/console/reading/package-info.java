/** Where a reader begins. */
@NullMarked
package org.harmattan.console.reading;

import org.jspecify.annotations.NullMarked;
