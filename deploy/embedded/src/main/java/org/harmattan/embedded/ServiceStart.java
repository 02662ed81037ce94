package org.harmattan.embedded;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.function.Function;

/**
 * How one service is started.
 *
 * @param name as a person says it
 * @param port where it listens
 * @param configuration its keys and values, beyond its own file
 * @param start makes its context and returns when it listens
 */
record ServiceStart(
        String name,
        int port,
        Map<String, Object> configuration,
        Function<Map<String, Object>, ApplicationContext> start) {

    ServiceStart {
        configuration = Map.copyOf(configuration);
    }
}
