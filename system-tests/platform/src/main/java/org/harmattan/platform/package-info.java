/** A real broker, registry and database for tests, behind one interface. No service and no test is in here. */
@NullMarked
package org.harmattan.platform;

import org.jspecify.annotations.NullMarked;
