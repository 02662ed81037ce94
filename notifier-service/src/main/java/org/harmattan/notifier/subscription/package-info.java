/** Who wants to hear of what. How a message looks or travels never enters it. */
@NullMarked
package org.harmattan.notifier.subscription;

import org.jspecify.annotations.NullMarked;
