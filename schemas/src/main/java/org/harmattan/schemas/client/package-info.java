/** Kafka consumers and producers as Harmattan uses them: all of them read committed, all of them wait for the broker. */
@NullMarked
package org.harmattan.schemas.client;

import org.jspecify.annotations.NullMarked;
