package org.harmattan.notifier.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work whole or not at all. */
@Singleton
public final class Transactions {

    private final DataSource dataSource;

    public Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** The same without a result. */
    @FunctionalInterface
    public interface Deed {
        void run(Connection connection) throws SQLException;
    }

    /**
     * Runs the work and commits; whatever it throws rolls back.
     *
     * @throws DatabaseFailure when the database refuses, or cannot be reached
     */
    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The same without a result. */
    public void run(Deed deed) {
        inTransaction(connection -> {
            deed.run(connection);
            return Boolean.TRUE;
        });
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // a connection that cannot roll back is broken, and its work is undone by the server
            cause.addSuppressed(e);
        }
    }
}
