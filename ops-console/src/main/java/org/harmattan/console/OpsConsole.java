package org.harmattan.console;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;

/** Starts the operations console. */
public final class OpsConsole {

    private static final String SERVICE = "console";

    private OpsConsole() {}

    /**
     * Starts the console and returns once it listens.
     *
     * @param overrides configuration keys and values that win over {@code ops-console.yml}
     * @return the running console; closing it stops it
     */
    public static ApplicationContext start(Map<String, Object> overrides) {
        Map<String, Object> properties = new HashMap<>(overrides);
        properties.put("harmattan.service", SERVICE);
        ApplicationContext context = ApplicationContext.builder()
                .propertySources(io.micronaut.context.env.PropertySource.of("overrides", properties, Integer.MAX_VALUE))
                .overrideConfigLocations("classpath:ops-console.yml")
                .eagerInitConfiguration(true)
                .deduceEnvironment(false)
                .banner(false)
                .start();
        try {
            context.getBean(EmbeddedServer.class).start();
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
        return context;
    }

    /** Starts the console as a process of its own. */
    public static void main(String[] arguments) {
        ApplicationContext context = start(Map.of("logger.config", "ops-console-logback.xml"));
        Runtime.getRuntime().addShutdownHook(new Thread(context::close, "stop-console"));
    }
}
