package org.harmattan.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server as a child process, on loopback, with commits that survive any kill. Databases are made in it by
 * name.
 */
public final class Database implements AutoCloseable {
    /**
     * The system property that names the folder for the unpacked programs; without it they go into the data directory.
     */
    public static final String HOME_PROPERTY = "harmattan.postgres.home";

    /** The only account. */
    public static final String USER = "postgres";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String DUPLICATE_DATABASE = "42P04";

    private final PostgresServer server;
    private final String password;

    private Database(PostgresServer server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Starts a server and returns when it takes connections (two to four seconds the first time, one later).
     *
     * @param directory it keeps everything in the folder {@code postgres} of it
     * @param port 0 for any free one
     * @throws PartFailure if the port is taken, there is no PostgreSQL for this system, or it does not come up; the message
     *     ends with the last lines of its log
     */
    public static Database start(DataDirectory directory, int port) {
        Path folder = directory.folder("postgres");
        Path cache = Optional.ofNullable(System.getProperty(HOME_PROPERTY))
                .map(Path::of)
                .orElseGet(() -> directory.folder("programs"));
        PostgresServer server = new PostgresServer(PostgresBinaries.unpacked(cache), folder, directory.orphans());
        server.clearLeftovers();
        int claimed = LoopbackPorts.claim("PostgreSQL", port);
        String password = server.initialise();
        server.start(claimed);
        return new Database(server, password);
    }

    /**
     * Makes a database unless it is there.
     *
     * @param name lower-case letters, digits and underscores, a letter first, at most 63
     * @return its JDBC address, for {@link #USER} and {@link #password()}
     */
    public String create(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A database name has lower-case letters, digits and underscores, a letter first, at most 63: "
                            + name);
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password)) {
            if (!exists(connection, name)) {
                make(connection, name);
            }
            return jdbcUrl(name);
        } catch (SQLException e) {
            throw new PartFailure("The database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static void make(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The name was checked to be a plain identifier.
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** The JDBC address of a database of that name, whether it is there or not. */
    public String jdbcUrl(String name) {
        return "jdbc:postgresql://" + LoopbackPorts.HOST + ":" + server.port() + "/" + name;
    }

    /** The password of {@link #USER}: made at the first start, kept in the data directory for its owner only. */
    public String password() {
        return password;
    }

    /** The port. */
    public int port() {
        return server.port();
    }

    /** Completes when the server ends, whoever ended it. */
    public CompletableFuture<ProcessHandle> ended() {
        return server.process().onExit();
    }

    /** The server's process, for tests that kill it. */
    ProcessHandle process() {
        return server.process();
    }

    /** Stops the server: open connections are cut, what was committed is kept. */
    @Override
    public void close() {
        server.stop();
    }

    /** Reads a small text file, trimmed. */
    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw new PartFailure("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
