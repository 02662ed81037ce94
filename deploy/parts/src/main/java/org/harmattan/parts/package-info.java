/**
 * The real parts that a run on one machine needs beside the services: Kafka broker, schema registry, PostgreSQL, each
 * startable in one call, kept in a data directory and listening on loopback only. No service, no topic and no schema of
 * the platform ever enters here.
 */
@NullMarked
package org.harmattan.parts;

import org.jspecify.annotations.NullMarked;
