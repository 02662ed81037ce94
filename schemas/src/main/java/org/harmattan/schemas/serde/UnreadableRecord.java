package org.harmattan.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * Bytes that are no record of the expected schema. Its message names the topic and the kind of fault, never the bytes:
 * what is in a report stays out of logs and headers.
 */
public final class UnreadableRecord extends SerializationException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message) {
        super(message);
    }
}
