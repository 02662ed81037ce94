package org.harmattan.platform;

/**
 * A real Kafka broker, schema registry and PostgreSQL for tests. One of them serves all tests of a JVM: take it with
 * {@link #shared()} and keep apart by names (an exercise lane, a database) of your own, not by starting another.
 */
public interface Platform extends AutoCloseable {
    /** The system property, and the environment variable, that choose the provider: {@code embedded} or {@code containers}. */
    String CHOICE = "HARMATTAN_PLATFORM";

    /** Kafka's address, {@code host:port}; no security, topics are not made by themselves. */
    String bootstrapServers();

    /** The registry's base address for Confluent's client, ending in {@code /apis/ccompat/v7}. */
    String registryUrl();

    /**
     * A database in PostgreSQL, made when it is not there.
     *
     * @param database lower-case letters, digits and underscores, a letter first, at most 63
     * @return its JDBC address, to be used with {@link #databaseUser()} and {@link #databasePassword()}
     */
    String jdbcUrl(String database);

    /** PostgreSQL's account; it may do everything. */
    String databaseUser();

    /** The password of {@link #databaseUser()}. */
    String databasePassword();

    /** Ends all parts and removes what they kept. The shared platform closes itself when the JVM ends. */
    @Override
    void close();

    /**
     * The platform of this JVM, started at the first call (four to ten seconds) and closed when the JVM ends.
     *
     * @throws IllegalStateException if {@link #CHOICE} names no provider, or containers are asked for and cannot be had
     */
    static Platform shared() {
        return SharedPlatform.get();
    }

    /**
     * Starts a platform of the chosen kind for one test that must not share, for example because it kills a part.
     *
     * @throws IllegalStateException as for {@link #shared()}
     */
    static Platform start() {
        return SharedPlatform.start();
    }
}
