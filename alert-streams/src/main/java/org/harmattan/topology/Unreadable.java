package org.harmattan.topology;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.schemas.serde.SchemaUnavailable;
import org.harmattan.schemas.serde.UnreadableRecord;
import org.jspecify.annotations.Nullable;

/** Bytes that no schema of the registry makes a record of. It has no stack trace: Kafka Streams writes one into its log. */
final class Unreadable extends SerializationException {

    private static final long serialVersionUID = 1L;

    private Unreadable(String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /**
     * A deserializer that tells unreadable bytes from a registry that does not answer: the first is {@link Unreadable} and
     * stays so, the second passes.
     */
    static <V> Deserializer<V> told(Deserializer<V> deserializer) {
        return (topic, bytes) -> {
            try {
                return deserializer.deserialize(topic, bytes);
            } catch (UnreadableRecord e) {
                throw new Unreadable(String.valueOf(e.getMessage()));
            } catch (SchemaUnavailable e) {
                if (isSilence(e.getCause())) {
                    throw e;
                }
                throw new Unreadable(String.valueOf(e.getMessage()));
            }
        };
    }

    /** A registry that answers and does not know the schema gives no cause; it knows every one that was ever registered. */
    private static boolean isSilence(@Nullable Throwable cause) {
        return cause != null;
    }
}
