/** The topologies without a broker. */
@NullMarked
package org.harmattan.topology;

import org.jspecify.annotations.NullMarked;
