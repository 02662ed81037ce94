/** What a person on watch sees and does: health, held alerts, deliveries, the choice after a topic was made anew. */
@NullMarked
package org.harmattan.notifier.watch;

import org.jspecify.annotations.NullMarked;
