package org.harmattan.cli.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.serde.ConfluentRegistry;

/**
 * Kafka and the registry while a command runs.
 *
 * @param bootstrapServers Kafka's address
 * @param registry the registry; closed with this
 */
public record Cluster(String bootstrapServers, ConfluentRegistry registry) implements AutoCloseable {

    /** How clients of Kafka are made. */
    public KafkaConnection kafka() {
        return new KafkaConnection(bootstrapServers, registry);
    }

    @Override
    public void close() {
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
