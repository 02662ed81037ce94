package org.harmattan.door;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/**
 * Starts a service the same way wherever it runs: alone in its process, or beside the others in one.
 *
 * <p>Each service has a configuration file of its own name, since several share a class path. A wrong value fails the
 * start and not the first use.
 */
public final class ServiceContext {

    private ServiceContext() {}

    /**
     * Starts a service; it answers when this returns. Closing the context stops it.
     *
     * @param service a class of the service, whose class path holds its configuration
     * @param name name of its configuration file, without {@code .yml}
     * @param overrides configuration that goes before the file's
     * @param singletons beans that take the place of the service's own
     * @throws RuntimeException when the configuration is wrong or a part is missing; nothing is left running
     */
    public static ApplicationContext start(
            Class<?> service, String name, Map<String, Object> overrides, Object... singletons) {
        ResourceLoader resources = ClassPathResourceLoader.defaultLoader(service.getClassLoader());
        PropertySource defaults = new YamlPropertySourceLoader()
                .load(name, resources)
                .orElseThrow(() -> new IllegalStateException(name + ".yml is not on the class path"));
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .eagerInitConfiguration(true)
                .propertySources(defaults)
                .properties(overrides)
                .singletons(singletons)
                .build();
        try {
            context.start();
            context.getBean(EmbeddedServer.class).start();
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
        return context;
    }

    /** Lets a process that is asked to end stop the service first. */
    public static void stopWithProcess(ApplicationContext context) {
        Runtime.getRuntime().addShutdownHook(new Thread(context::close, "stop-service"));
    }
}
