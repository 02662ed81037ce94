package org.harmattan.console;

import io.micronaut.context.ApplicationContext;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Map;
import org.harmattan.door.ServiceContext;

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
        return ServiceContext.start(OpsConsole.class, NAME, overrides);
    }

    /** Starts the console as a process of its own. */
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", NAME + "-logback.xml");
        }
        ServiceContext.stopWithProcess(start(Map.of()));
    }
}
