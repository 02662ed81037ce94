package org.harmattan.door;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.harmattan.schemas.command.Role;

/** Asks who stands before a route. A controller's method may also take a {@link Principal} as an argument. */
public final class Door {

    static final String PRINCIPAL = "harmattan.principal";

    private Door() {}

    /** Who sent the request. Every request has passed the door, so there always is somebody. */
    public static Principal principal(HttpRequest<?> request) {
        return request.getAttribute(PRINCIPAL, Principal.class)
                .orElseThrow(() -> new IllegalStateException("the request has not passed the door's filter"));
    }

    /**
     * The principal, if it has one of the roles.
     *
     * @throws ProblemException 401 without a key, 403 with a key of another role
     */
    public static Principal require(Principal principal, Role... roles) {
        if (principal.isAnonymous()) {
            throw keyNeeded();
        }
        if (!Arrays.asList(roles).contains(principal.role())) {
            String allowed = Arrays.stream(roles).map(Door::words).collect(Collectors.joining(" or "));
            throw new ProblemException(
                    403,
                    "not-allowed",
                    "This key may not do that",
                    "The key is of the role " + words(principal.role()) + "; send one of the role " + allowed + ".");
        }
        return principal;
    }

    static ProblemException keyNeeded() {
        return new ProblemException(
                401,
                "key-needed",
                "A key is needed",
                "Send the header 'Authorization: Bearer <key>' (a run on one machine keeps its keys in keys.json in its data"
                        + " folder). Without a key only open reading from this machine is allowed.",
                badKey("is missing"));
    }

    /** The header as a bad field, so that every refusal names what to mend. */
    static List<FieldProblem> badKey(String problem) {
        return List.of(new FieldProblem("Authorization", problem, "send 'Bearer ' and a key that is valid here"));
    }

    private static String words(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
