/** A report as its sender writes it, read field by field into the record that goes on a topic. No broker in here, but for the route. */
@NullMarked
package org.harmattan.ingest.report;

import org.jspecify.annotations.NullMarked;
