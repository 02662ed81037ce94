/**
 * The live stream: what was just written goes to every open connection of the same audience, and a connection that comes
 * back goes on where it left.
 */
@NullMarked
package org.harmattan.console.feed;

import org.jspecify.annotations.NullMarked;
