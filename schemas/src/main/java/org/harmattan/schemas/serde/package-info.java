/**
 * Confluent's wire format for Avro's specific records, and the registry that holds their schemas. A serde never registers a
 * schema; only {@link ConfluentRegistry} touches the registry's client. It knows no topic.
 */
@NullMarked
package org.harmattan.schemas.serde;

import org.jspecify.annotations.NullMarked;
