package org.harmattan.notifier.database;

/** The database did not do what it was asked. Nothing of the transaction has happened. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseFailure(Throwable cause) {
        super("the database did not take a transaction: " + cause.getMessage(), cause);
    }
}
