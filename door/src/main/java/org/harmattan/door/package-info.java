/**
 * What every HTTP door does alike: who knocks (keys, roles, audiences, the loopback rule) and how it says no (RFC 9457).
 * What lies behind a door never enters.
 */
@Configuration
@Requires(property = "harmattan.service")
@NullMarked
package org.harmattan.door;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
