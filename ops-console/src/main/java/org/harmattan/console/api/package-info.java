/**
 * The routes. Each answers for the audience of who asks and for no other.
 */
@NullMarked
package org.harmattan.console.api;

import org.jspecify.annotations.NullMarked;
