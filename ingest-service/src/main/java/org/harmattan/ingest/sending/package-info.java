/** Hands reports and commands to the broker and knows when it has them. What they say is no concern of this room. */
@NullMarked
package org.harmattan.ingest.sending;

import org.jspecify.annotations.NullMarked;
