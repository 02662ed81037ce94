/** From the alert topics into the inbox, exactly once through any crash, and the gate that keeps old events from being sent. It never guesses where to start. */
@NullMarked
package org.harmattan.notifier.intake;

import org.jspecify.annotations.NullMarked;
