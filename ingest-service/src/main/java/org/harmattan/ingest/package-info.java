/**
 * The ingest service: the way in for reports. It validates, locates, stamps the source's grade and hands to the broker; it
 * keeps nothing. What a report does to a score never enters here.
 */
@Configuration
@Requires(property = "harmattan.service", value = "ingest")
@NullMarked
package org.harmattan.ingest;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
