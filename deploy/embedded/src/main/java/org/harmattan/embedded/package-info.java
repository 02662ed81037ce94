/**
 * All of Harmattan on one machine, in one command: the real parts, then the four services, each in a context of its own.
 * What a service does, and any knowledge of its insides beyond its configuration keys, never enters here.
 */
@NullMarked
package org.harmattan.embedded;

import org.jspecify.annotations.NullMarked;
