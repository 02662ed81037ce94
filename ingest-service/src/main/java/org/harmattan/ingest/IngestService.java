package org.harmattan.ingest;

import io.micronaut.context.ApplicationContext;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Map;
import org.harmattan.door.ServiceContext;

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
        return ServiceContext.start(IngestService.class, NAME, overrides);
    }

    /** Runs until the process is ended. */
    public static void main(String[] args) {
        ServiceContext.stopWithProcess(start(Map.of()));
    }
}
