/** What makes an incident, its weight and its days, told by examples and at random. */
@NullMarked
package org.harmattan.incident;

import org.jspecify.annotations.NullMarked;
