/** The console against a real broker, registry and database: records go onto the topics, answers and events come out. */
@NullMarked
package org.harmattan.console;

import org.jspecify.annotations.NullMarked;
