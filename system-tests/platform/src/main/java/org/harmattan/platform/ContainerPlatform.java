package org.harmattan.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The same three from their makers' container images, through Docker. Where there is no Docker,
 * {@link #unavailableReason()} says why, and a test skips itself with that reason.
 */
public final class ContainerPlatform implements Platform {
    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.0");
    private static final DockerImageName POSTGRESQL = DockerImageName.parse("postgres:17");
    private static final DockerImageName REGISTRY = DockerImageName.parse("apicurio/apicurio-registry:3.0.9");

    private static final String API = "/apis/ccompat/v7";
    private static final int REGISTRY_PORT = 8080;
    private static final Duration REGISTRY_PATIENCE = Duration.ofMinutes(2);
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final KafkaContainer kafka;
    private final PostgreSQLContainer postgresql;
    private final GenericContainer<?> registry;

    private ContainerPlatform(KafkaContainer kafka, PostgreSQLContainer postgresql, GenericContainer<?> registry) {
        this.kafka = kafka;
        this.postgresql = postgresql;
        this.registry = registry;
    }

    /** Why containers cannot be had here, in a sentence for a skipped test; empty if they can. */
    public static Optional<String> unavailableReason() {
        return DockerClientFactory.instance().isDockerAvailable()
                ? Optional.empty()
                : Optional.of("Docker is not available on this machine, so nothing runs in containers here"
                        + " (the embedded parts prove the same). Start Docker to run this too.");
    }

    /**
     * Starts all three.
     *
     * @throws IllegalStateException with {@link #unavailableReason()} if there is no Docker
     */
    public static ContainerPlatform start() {
        unavailableReason().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        KafkaContainer kafka = new KafkaContainer(KAFKA)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
                .withEnv("KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000");
        PostgreSQLContainer postgresql = new PostgreSQLContainer(POSTGRESQL);
        GenericContainer<?> registry = new GenericContainer<>(REGISTRY)
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp(API + "/subjects").withStartupTimeout(REGISTRY_PATIENCE));
        ContainerPlatform platform = new ContainerPlatform(kafka, postgresql, registry);
        boolean complete = false;
        try {
            Startables.deepStart(kafka, postgresql, registry).join();
            complete = true;
            return platform;
        } finally {
            if (!complete) {
                platform.close();
            }
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String registryUrl() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + API;
    }

    @Override
    public String jdbcUrl(String database) {
        if (!DATABASE_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException(
                    "A database name has lower-case letters, digits and underscores, a letter first, at most 63: "
                            + database);
        }
        try (Connection connection =
                        DriverManager.getConnection(postgresql.getJdbcUrl(), databaseUser(), databasePassword());
                Statement statement = connection.createStatement()) {
            boolean there;
            // The name was checked to be a plain identifier.
            try (ResultSet rows =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                there = rows.next();
            }
            if (!there) {
                statement.execute("CREATE DATABASE " + database);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + database + " cannot be made", e);
        }
        return "jdbc:postgresql://" + postgresql.getHost() + ":"
                + postgresql.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
    }

    @Override
    public String databaseUser() {
        return postgresql.getUsername();
    }

    @Override
    public String databasePassword() {
        return postgresql.getPassword();
    }

    @Override
    public void close() {
        registry.stop();
        postgresql.stop();
        kafka.stop();
    }
}
