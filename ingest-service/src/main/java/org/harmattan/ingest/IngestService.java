package org.harmattan.ingest;

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

/** Starts the ingest service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "harmattan-ingest",
                        version = "1",
                        description = "The way in for reports. Errors are problem details (RFC 9457) that name each bad"
                                + " field and its fix."))
@SecurityScheme(name = "key", type = SecuritySchemeType.HTTP, scheme = "bearer")
public final class IngestService {

    private static final String NAME = "ingest-service";

    private IngestService() {}

    /**
     * Starts the service; it answers when this returns. Closing the context stops it.
     *
     * @param overrides configuration that goes before {@code ingest-service.yml}
     */
    public static ApplicationContext start(Map<String, Object> overrides) {
        ResourceLoader resources = ClassPathResourceLoader.defaultLoader(IngestService.class.getClassLoader());
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
        Runtime.getRuntime().addShutdownHook(new Thread(context::close, "stop-ingest"));
    }
}
