package org.harmattan.notifier;

import io.micronaut.context.ApplicationContext;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.time.Clock;
import java.util.Map;
import org.harmattan.door.ServiceContext;

/** Starts the notifier. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "harmattan-notifier",
                        version = "1",
                        description =
                                "Subscriptions to alerts, what is held, what became of messages. Errors are problem"
                                        + " details (RFC 9457) that name each bad field and its fix."))
@SecurityScheme(name = "key", type = SecuritySchemeType.HTTP, scheme = "bearer")
public final class NotifierService {

    private static final String NAME = "notifier-service";

    private NotifierService() {}

    /**
     * Starts the service; it answers when this returns. Closing the context stops it.
     *
     * @param overrides configuration that goes before {@code notifier-service.yml}
     */
    public static ApplicationContext start(Map<String, Object> overrides) {
        return start(overrides, Clock.systemUTC());
    }

    /** The same by another clock: the 6-hour gate, the grouping and the retries all look at it. */
    static ApplicationContext start(Map<String, Object> overrides, Clock clock) {
        return ServiceContext.start(NotifierService.class, NAME, overrides, clock);
    }

    /** Runs until the process is ended. */
    public static void main(String[] arguments) {
        ServiceContext.stopWithProcess(start(Map.of()));
    }
}
