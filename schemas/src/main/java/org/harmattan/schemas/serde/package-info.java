/** Confluent's wire format for Avro's specific records. It never registers a schema; only {@link ConfluentRegistry} touches the registry's client. */
@NullMarked
package org.harmattan.schemas.serde;

import org.jspecify.annotations.NullMarked;
