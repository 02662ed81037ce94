package org.harmattan.door;

import java.util.Optional;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Role;

/**
 * Who knocks. It sees exactly one audience.
 *
 * @param role what it may do; UNKNOWN for somebody without a key, REPORTER for a source
 * @param audience what it may see: OPEN or RESTRICTED
 * @param source id of the source whose key it is, or empty for a person
 */
public record Principal(Role role, Audience audience, Optional<String> source) {

    private static final Principal ANONYMOUS = new Principal(Role.UNKNOWN, Audience.OPEN, Optional.empty());

    public Principal {
        if (audience == Audience.UNKNOWN) {
            throw new IllegalArgumentException("audience: a principal sees OPEN or RESTRICTED, but got UNKNOWN");
        }
    }

    /** Somebody without a key: the open audience, reading only. */
    public static Principal anonymous() {
        return ANONYMOUS;
    }

    /** The holder of a source's key: it may report, and sees what the open audience sees. */
    public static Principal ofSource(String sourceId) {
        return new Principal(Role.REPORTER, Audience.OPEN, Optional.of(sourceId));
    }

    /** Whether it came without a key. */
    public boolean isAnonymous() {
        return role == Role.UNKNOWN;
    }
}
