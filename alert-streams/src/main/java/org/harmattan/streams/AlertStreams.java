package org.harmattan.streams;

import io.micronaut.context.ApplicationContext;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Map;
import org.harmattan.door.ServiceContext;

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
        return ServiceContext.start(AlertStreams.class, NAME, overrides);
    }

    /** Runs until the process is ended. */
    public static void main(String[] args) {
        ServiceContext.stopWithProcess(start(Map.of()));
    }
}
