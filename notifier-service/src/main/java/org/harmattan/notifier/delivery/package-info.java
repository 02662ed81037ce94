/** When a message leaves, what is tried again and when, what became of it. It does not look at what an alert says. */
@NullMarked
package org.harmattan.notifier.delivery;

import org.jspecify.annotations.NullMarked;
