package org.harmattan.platform;

/** What a test needs from outside: real parts, shared by all tests of one JVM, gone when it ends. */
public interface Platform extends AutoCloseable {

    /** {@code host:port} of the broker. */
    String bootstrapServers();

    /** Base address of the registry's Confluent API, {@code …/apis/ccompat/v7}. */
    String registryUrl();

    /** JDBC address of a database with this name, made if it is not there; lower-case letters, digits, underscores. */
    String jdbcUrl(String database);

    /** User of the database. */
    String databaseUser();

    /** Its password. */
    String databasePassword();

    @Override
    void close();

    /** The platform of this JVM, started at the first call, ended with the JVM. */
    static Platform shared() {
        return SharedPlatform.get();
    }
}
