/**
 * The running service: starts and watches the two applications, proposes the time, answers health and the administrator's
 * view. It decides nothing about reports, regions or alerts.
 */
@Configuration
@Requires(property = "harmattan.service", value = "streams")
@NullMarked
package org.harmattan.streams;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
