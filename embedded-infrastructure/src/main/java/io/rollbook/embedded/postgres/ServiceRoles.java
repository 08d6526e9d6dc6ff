package io.rollbook.embedded.postgres;

import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.OwnedDatabase;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Databases, and the login role and schema that a service has in one; all idempotent. */
final class ServiceRoles {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String CORE = "rollbook_core";
    private static final String NO_SUCH_DATABASE = "3D000";

    /** Inherited, its row-level policies would apply to core always, not only after SET ROLE. */
    private static final String GRANT_RELAY =
            "grant rollbook_core_relay to rollbook_core with inherit false, set true";

    private static final String OWNED =
            "select 1 from pg_namespace where nspname = ? and nspowner = to_regrole(?)";

    private final DatabaseAccess superuser;
    private final Passwords passwords;

    ServiceRoles(DatabaseAccess superuser, Passwords passwords) {
        this.superuser = superuser;
        this.passwords = passwords;
    }

    /** Schema and tables belong to a role that the login may take on and does not inherit. */
    DatabaseAccess create(String database, String name) throws SQLException {
        requireName(name);
        var owner = name + "_tables";
        try (var connection = open(database)) {
            createLogin(connection, database, name);
            if (absent(connection, "select 1 from pg_roles where rolname = ?", owner)) {
                run(connection, "create role " + owner + " nologin");
            }
            run(connection, "grant %s to %s with inherit false, set true".formatted(owner, name));
            if (absent(connection, OWNED, name, owner)) {
                // A schema that is new, or that the login owned once with all that is in it.
                run(connection, "reassign owned by " + name + " to " + owner);
            }
            run(connection, "grant usage, create on schema " + name + " to " + name);
        }
        return access(database, name);
    }

    OwnedDatabase createOwned(String database, String name) throws SQLException {
        requireName(name);
        var owner = name + "_owner";
        try (var connection = open(database)) {
            createLogin(connection, database, owner);
            createRole(connection, name);
            run(connection, "grant connect, temporary on database " + database + " to " + name);
            // For a second schema, while what is in the first is built anew.
            run(connection, "grant create on database " + database + " to " + owner);
            run(connection, "create schema if not exists " + name);
            run(connection, "alter schema " + name + " owner to " + owner);
            // Of a schema that the service's own role owned once.
            run(connection, "reassign owned by " + name + " to " + owner);
            for (var role : List.of(name, owner)) {
                setSearchPath(connection, database, role, name);
            }
        }
        return new OwnedDatabase(access(database, owner), access(database, name));
    }

    private void createLogin(Connection connection, String database, String name)
            throws SQLException {
        createRole(connection, name);
        run(connection, "grant connect, temporary on database " + database + " to " + name);
        run(connection, "create schema if not exists " + name + " authorization " + name);
        setSearchPath(connection, database, name, name);
    }

    private void createRole(Connection connection, String name) throws SQLException {
        if (absent(connection, "select 1 from pg_roles where rolname = ?", name)) {
            run(connection, "create role " + name + " login password '" + passwords.of(name) + "'");
        }
        if (name.equals(CORE)) {
            if (absent(connection, "select 1 from pg_roles where rolname = ?", CORE + "_relay")) {
                run(connection, "create role rollbook_core_relay nologin");
            }
            run(connection, GRANT_RELAY);
        }
    }

    private static void setSearchPath(
            Connection connection, String database, String role, String schema)
            throws SQLException {
        run(
                connection,
                "alter role %s in database %s set search_path = %s"
                        .formatted(role, database, schema));
    }

    /** Of a database that is made when it is missing; each connection costs a start some time. */
    private Connection open(String database) throws SQLException {
        requireName(database);
        try {
            return connect(url(database));
        } catch (SQLException e) {
            if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
        try (var connection = connect(superuser.jdbcUrl())) {
            run(connection, "create database " + database);
            run(connection, "revoke all on database " + database + " from public");
        }
        return connect(url(database));
    }

    private DatabaseAccess access(String database, String name) {
        return new DatabaseAccess(url(database), name, passwords.of(name));
    }

    private String url(String database) {
        return superuser.jdbcUrl().replaceFirst("/[a-z0-9_]+$", "/" + database);
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, superuser.user(), superuser.password());
    }

    private static boolean absent(Connection connection, String query, String... names)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < names.length; i++) {
                statement.setString(i + 1, names[i]);
            }
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for a role or database: " + name);
        }
    }
}
