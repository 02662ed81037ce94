/**
 * The notifier service: who is told what, when and by which way. How a region is judged never enters it; it reads alerts
 * from their topics and nothing else of the platform.
 */
@Configuration
@Requires(property = "harmattan.service", value = "notifier")
@NullMarked
package org.harmattan.notifier;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
