/** Reads a topic without end, without a group, from a place of its own choosing. What the records mean is known elsewhere. */
@NullMarked
package org.harmattan.ingest.following;

import org.jspecify.annotations.NullMarked;
