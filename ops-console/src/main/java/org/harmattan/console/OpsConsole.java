package org.harmattan.console;

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

/** Starts the operations console. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "ops-console",
                        version = "1",
                        description = "Scores, alerts, incidents and reports for the one audience of the asker's key."
                                + " Field names are those of the topics; errors are problem details (RFC 9457)."))
@SecurityScheme(name = "key", type = SecuritySchemeType.HTTP, scheme = "bearer")
public final class OpsConsole {

    private static final String NAME = "ops-console";

    private OpsConsole() {}

    /**
     * Starts the console and returns once it listens. Closing the context stops it.
     *
     * @param overrides configuration that goes before {@code ops-console.yml}
     */
    public static ApplicationContext start(Map<String, Object> overrides) {
        ResourceLoader resources = ClassPathResourceLoader.defaultLoader(OpsConsole.class.getClassLoader());
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

    /** Starts the console as a process of its own. */
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", NAME + "-logback.xml");
        }
        ApplicationContext context = start(Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(context::close, "stop-console"));
    }
}
