package io.rollbook.projections.database;

import org.flywaydb.core.Flyway;

import javax.sql.DataSource;

/** Brings the schema of the role to the version that this program needs. */
public final class SchemaMigration {

    private static final int TRIES_OF_A_SECOND = 30;

    private SchemaMigration() {}

    public static void run(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/projections")
                .connectRetries(TRIES_OF_A_SECOND)
                .connectRetriesInterval(1)
                .load()
                .migrate();
    }
}
