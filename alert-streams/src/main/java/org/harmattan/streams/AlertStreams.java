package org.harmattan.streams;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Map;

/** Starts the service that routes, sequences and assesses. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "harmattan-streams",
                        version = "1",
                        description = "How far each theatre is. Errors are problem details (RFC 9457)."))
@SecurityScheme(name = "key", type = SecuritySchemeType.HTTP, scheme = "bearer")
public final class AlertStreams {

    private static final String NAME = "alert-streams";

    private AlertStreams() {}

    /**
     * Starts the service. It answers when this returns; {@code /health} says when its tasks run. Closing the context stops
     * it within 5 s.
     *
     * @param overrides configuration that goes before {@code alert-streams.yml}
     */
    public static ApplicationContext start(Map<String, Object> overrides) {
        ResourceLoader resources = ClassPathResourceLoader.defaultLoader(AlertStreams.class.getClassLoader());
        PropertySource defaults = new YamlPropertySourceLoader()
                .load(NAME, resources)
                .orElseThrow(() -> new IllegalStateException(NAME + ".yml is not on the class path"));
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .eagerInitConfiguration(true)
                .propertySources(defaults)
                .properties(overrides)
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

    /** Runs until the process is ended. */
    public static void main(String[] args) {
        ApplicationContext context = start(Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(context::close, "stop-alert-streams"));
    }
}
