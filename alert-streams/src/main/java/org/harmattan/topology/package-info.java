/**
 * The Kafka Streams topologies: where a report comes from, which step it goes through, which topic it leaves for. What a step
 * decides is decided in {@code ledger} and {@code assessment}, never here.
 */
@NullMarked
package org.harmattan.topology;

import org.jspecify.annotations.NullMarked;
