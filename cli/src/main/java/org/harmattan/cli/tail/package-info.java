/** {@code tail}: records of a topic, decoded, as lines for people or as JSON. It reads and never writes. */
@NullMarked
package org.harmattan.cli.tail;

import org.jspecify.annotations.NullMarked;
