package io.rollbook.projections.database;

import com.zaxxer.hikari.HikariDataSource;

import io.rollbook.link.schema.Migrations;

import java.sql.SQLException;

/** Brings the schema of the role to the version that this program needs. */
public final class SchemaMigration {

    private static final int TRIES_OF_A_SECOND = 30;

    private SchemaMigration() {}

    /**
     * Does nothing where it is there. Takes connections of its own: what they become for it, those
     * of the pool must never be.
     *
     * @throws IllegalStateException when row-level security would not bind the login; says what to
     *     change
     */
    public static void run(HikariDataSource pool) {
        var migrations = Migrations.in("db/projections");
        if (!areIn(pool, migrations)) {
            migrate(pool, migrations);
        }
        TableOwner.requireOther(pool);
    }

    private static boolean areIn(HikariDataSource pool, Migrations migrations) {
        try (var connection = pool.getConnection()) {
            return migrations.areIn(connection);
        } catch (SQLException notThereYet) {
            // To migrate goes on trying.
            return false;
        }
    }

    private static void migrate(HikariDataSource pool, Migrations migrations) {
        migrations
                .flyway()
                .dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())
                .initSql(TableOwner.BECOME)
                .connectRetries(TRIES_OF_A_SECOND)
                .connectRetriesInterval(1)
                .load()
                .migrate();
    }
}
