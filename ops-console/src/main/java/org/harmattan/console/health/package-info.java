/**
 * Whether the console is alive, and how far behind.
 */
@NullMarked
package org.harmattan.console.health;

import org.jspecify.annotations.NullMarked;
