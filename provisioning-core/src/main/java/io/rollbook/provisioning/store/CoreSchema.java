package io.rollbook.provisioning.store;

import org.flywaydb.core.Flyway;

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

    private CoreSchema() {}

    /** Brings the schema of the login to the version that this program needs. */
    public static void migrate(String url, String user, String password) {
        Flyway.configure()
                .dataSource(url, user, password)
                .initSql(BECOME_OWNER)
                .locations("classpath:db/core")
                .load()
                .migrate();
    }
}
