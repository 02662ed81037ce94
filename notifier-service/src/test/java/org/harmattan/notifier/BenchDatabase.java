package org.harmattan.notifier;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.harmattan.notifier.database.Sql;
import org.harmattan.platform.Platform;

/** A notifier's database, behind its back. */
record BenchDatabase(Platform platform, String name) {

    void run(String... statements) {
        try (Connection connection = connection()) {
            for (String statement : statements) {
                Sql.update(connection, statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int count(String sql) {
        try (Connection connection = connection()) {
            return Sql.first(connection, sql, row -> row.getInt("n")).orElse(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection(
                platform.jdbcUrl(name), platform.databaseUser(), platform.databasePassword());
        connection.setSchema("notifier");
        return connection;
    }
}
