package org.harmattan.schemas.serde;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** The registry as {@code topics apply} needs it. */
public interface Subjects {

    /** All schemas of a subject, oldest first; empty when it does not exist. */
    List<Schema> versions(String subject);

    /** The level set for this very subject, or empty when none is. */
    Optional<String> compatibility(String subject);

    /** Sets the level and reads it back. */
    void setCompatibility(String subject, Compatibility level);

    /** Adds a version. */
    int register(String subject, Schema schema);
}
