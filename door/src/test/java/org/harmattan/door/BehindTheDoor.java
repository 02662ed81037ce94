package org.harmattan.door;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Optional;
import org.harmattan.schemas.command.Role;

/** A few routes as the services have them. */
@Requires(property = "harmattan.service", value = "test")
@Controller("/things")
class BehindTheDoor {

    @Serdeable
    record Thing(@NotBlank String name, @Max(9) int size, Optional<Colour> colour) {}

    enum Colour {
        RED,
        BLUE
    }

    @Get
    String read(Principal principal) {
        return principal.role() + " " + principal.audience() + " "
                + principal.source().orElse("-");
    }

    @Get("/counted")
    List<Integer> counted(@QueryValue int limit) {
        return List.of(limit);
    }

    @Get("/broken")
    String broken() {
        throw new IllegalStateException("the payload was top secret");
    }

    @Post
    Thing write(@Body @Valid Thing thing) {
        return thing;
    }

    @Post("/rules")
    String rules(Principal principal) {
        return Door.require(principal, Role.ADMINISTRATOR, Role.WATCH_OFFICER)
                .role()
                .name();
    }

    @NoKeyNeeded
    @Post("/open")
    String open(Principal principal) {
        return principal.role().name();
    }

    /** Two sources, one of them revoked. */
    @Requires(property = "harmattan.service", value = "test")
    @Singleton
    static class Sources implements SourceKeys {
        @Override
        public Optional<Principal> find(String digest) {
            return digest.equals(KeyDigest.of("a-key-of-a-source"))
                    ? Optional.of(Principal.ofSource("local"))
                    : Optional.empty();
        }
    }
}
