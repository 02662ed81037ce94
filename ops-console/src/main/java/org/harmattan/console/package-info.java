/**
 * The operations console: it reads what the topics say into PostgreSQL and shows it as a page, an API and a live stream,
 * each answer for exactly one audience. It judges nothing: no score and no alert is made here.
 */
@Configuration
@Requires(property = "harmattan.service", value = "console")
@NullMarked
package org.harmattan.console;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
