/**
 * What tests run against: a real broker, registry and PostgreSQL behind one interface, in this JVM or in containers. No
 * service, no topic of the platform and no fake ever enters here.
 */
@NullMarked
package org.harmattan.platform;

import org.jspecify.annotations.NullMarked;
