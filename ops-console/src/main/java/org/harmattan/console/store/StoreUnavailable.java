package org.harmattan.console.store;

import java.sql.SQLException;

/** The database refused or did not answer. Its message names the state and no value of any row. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(SQLException cause) {
        super("the database refused or did not answer (SQL state " + cause.getSQLState() + ")", cause);
    }
}
