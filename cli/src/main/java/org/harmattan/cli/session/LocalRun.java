package org.harmattan.cli.session;

/**
 * Where the parts of a run on this machine listen.
 *
 * @param portOffset what {@code run} was given as {@code --port-offset}; 0 without
 */
public record LocalRun(int portOffset) {

    private static final String HOST = "127.0.0.1";
    private static final int KAFKA = 9092;
    private static final int REGISTRY = 8085;
    private static final int INGEST = 8081;

    /** Kafka's address, {@code host:port}. */
    public String bootstrapServers() {
        return HOST + ":" + (KAFKA + portOffset);
    }

    /** The registry's API as Confluent's client wants it. */
    public String registryUrl() {
        return "http://" + HOST + ":" + (REGISTRY + portOffset) + "/apis/ccompat/v7";
    }

    /** Address of ingest-service. */
    public String ingestUrl() {
        return "http://" + HOST + ":" + (INGEST + portOffset);
    }
}
