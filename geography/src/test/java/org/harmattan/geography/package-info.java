/** The region catalogue's tests: what it must hold, checked against the shipped boundaries and, where found, real events. */
@NullMarked
package org.harmattan.geography;

import org.jspecify.annotations.NullMarked;
