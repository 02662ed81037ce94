/** Tests of the running notifier against a real broker, registry, database and mail server. */
@NullMarked
package org.harmattan.notifier;

import org.jspecify.annotations.NullMarked;
