package org.harmattan.door;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A problem in the form of RFC 9457, {@code application/problem+json}.
 *
 * @param type {@code urn:harmattan:problem:<slug>}; the slug never changes its meaning
 * @param title what kind of problem it is
 * @param status the HTTP status
 * @param detail what is wrong here and what to do
 * @param instance the path that was asked for, without its query
 * @param errors each bad field; empty when it is not about fields
 */
@Serdeable
public record Problem(
        String type, String title, int status, String detail, String instance, List<FieldProblem> errors) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static final String TYPE_PREFIX = "urn:harmattan:problem:";

    public Problem {
        errors = List.copyOf(errors);
    }
}
