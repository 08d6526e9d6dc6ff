package io.rollbook.projections.database;

import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;

/** Brings the schema of the role to the version that this program needs. */
public final class SchemaMigration {

    private static final int TRIES_OF_A_SECOND = 30;

    private SchemaMigration() {}

    /**
     * Takes connections of its own: what they become for it, those of the pool must never be.
     *
     * @throws IllegalStateException when row-level security would not bind the login; says what to
     *     change
     */
    public static void run(HikariDataSource pool) {
        Flyway.configure()
                .dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())
                .initSql(TableOwner.BECOME)
                .locations("classpath:db/projections")
                .connectRetries(TRIES_OF_A_SECOND)
                .connectRetriesInterval(1)
                .load()
                .migrate();
        TableOwner.requireOther(pool);
    }
}
