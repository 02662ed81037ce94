package org.harmattan.console.store;

import io.micronaut.context.annotation.Context;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings both schemas up to date, before anything reads or writes. */
@Context
final class Schemas {

    Schemas(DataSource dataSource) {
        migrate(dataSource, "texts");
        migrate(dataSource, "read");
    }

    private static void migrate(DataSource dataSource, String schema) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:org/harmattan/console/db/" + schema)
                .load()
                .migrate();
    }
}
