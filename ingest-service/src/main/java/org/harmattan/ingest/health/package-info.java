/** Whether the service can do its work: broker, source registry, receipts. It reports and mends nothing. */
@NullMarked
package org.harmattan.ingest.health;

import org.jspecify.annotations.NullMarked;
