package io.rollbook.provisioning.store;

import io.rollbook.link.schema.Migrations;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * The tables of the core. They belong to a role that the service's login may take on, {@code
 * <login>_tables}, and does for the migrations only: what serves requests owns nothing.
 */
public final class CoreSchema {

    /** Without such a role the login's own remains. */
    private static final String BECOME_OWNER =
            """
            select set_config('role', rolname, false) from pg_roles
            where rolname = session_user || '_tables' and pg_has_role(session_user, oid, 'SET')
            """;

    private static final String FOLDER = "db/core";

    private CoreSchema() {}

    /**
     * Brings the schema of the login to the version that this program needs, if it is not there.
     *
     * @param login to ask with
     */
    public static void bring(DataSource login, String url, String user, String password)
            throws SQLException {
        var migrations = Migrations.in(FOLDER);
        try (Connection connection = login.getConnection()) {
            if (migrations.areIn(connection)) {
                return;
            }
        }
        migrate(migrations, url, user, password);
    }

    /** The same, whatever is there. */
    public static void migrate(String url, String user, String password) {
        migrate(Migrations.in(FOLDER), url, user, password);
    }

    private static void migrate(Migrations migrations, String url, String user, String password) {
        migrations.flyway().dataSource(url, user, password).initSql(BECOME_OWNER).load().migrate();
    }
}
