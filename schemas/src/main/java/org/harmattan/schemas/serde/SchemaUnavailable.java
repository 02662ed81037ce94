package org.harmattan.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry does not hold a schema, or does not answer. Its message says which and what to do. */
public final class SchemaUnavailable extends SerializationException {

    private static final long serialVersionUID = 1L;

    public SchemaUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public SchemaUnavailable(String message) {
        super(message);
    }
}
