package org.harmattan.door;

import io.micronaut.serde.annotation.Serdeable;

/**
 * One thing that is wrong with what was sent. It never quotes what was sent.
 *
 * @param field where: a name or a path such as {@code [3].location.latitude}
 * @param problem what is wrong, in words that follow the field's name
 * @param fix what to send instead
 */
@Serdeable
public record FieldProblem(String field, String problem, String fix) {}
