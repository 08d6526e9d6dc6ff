package io.rollbook.standalone.tables;

import io.rollbook.standalone.RunningRollbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What PostgreSQL's catalog says of the services' schemas. */
final class Catalog {

    static final List<String> SERVICES =
            List.of("rollbook_core", "rollbook_projections", "rollbook_audit");

    private static final String TABLES =
            """
            select n.nspname, c.relname,
                c.relrowsecurity and c.relforcerowsecurity,
                exists (
                    select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped),
                pg_has_role(n.nspname, c.relowner, 'USAGE')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname like 'rollbook\\_%'
            order by 1, 2
            """;

    private static final String POLICIES =
            """
            select schemaname || '.' || tablename || ' ' || policyname || ' ' || lower(cmd)
            from pg_policies
            where schemaname like 'rollbook\\_%'
                and (qual is distinct from
                        '(tenant = current_setting(''rollbook.tenant''::text, true))'
                    or coalesce(with_check, qual) <> qual
                    or permissive <> 'PERMISSIVE')
            """;

    private static final String UNBOUND =
            """
            select rolname from pg_roles
            where rolname like 'rollbook\\_%'
                and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
            """;

    private static final String RIGHTS =
            """
            select table_name || ' ' || lower(privilege_type) from information_schema.table_privileges
            where grantee = 'rollbook_core_relay'
            """;

    private Catalog() {}

    /**
     * @param service its schema, called like the role that it serves with
     * @param bound whether row-level security holds for its owner, too
     * @param hasTenant whether its rows belong to tenants
     * @param owned whether the serving role has the owner's rights
     */
    record Table(String service, String name, boolean bound, boolean hasTenant, boolean owned) {

        String qualified() {
            return service + "." + name;
        }

        @Override
        public String toString() {
            return qualified();
        }
    }

    static List<Table> tables() {
        return asOperator(
                connection -> {
                    var tables = new ArrayList<Table>();
                    try (var statement = connection.createStatement();
                            var rows = statement.executeQuery(TABLES)) {
                        while (rows.next()) {
                            tables.add(
                                    new Table(
                                            rows.getString(1),
                                            rows.getString(2),
                                            rows.getBoolean(3),
                                            rows.getBoolean(4),
                                            rows.getBoolean(5)));
                        }
                    }
                    return tables;
                });
    }

    static Stream<Table> ofTenants() {
        return tables().stream().filter(Table::hasTenant);
    }

    /** Policies that let through more than the tenant's own rows. */
    static List<String> wider() {
        return texts(POLICIES);
    }

    /** Roles of the services that policies don't bind, or that could make such roles. */
    static List<String> unbound() {
        return texts(UNBOUND);
    }

    static List<String> rightsOfTheRelay() {
        return texts(RIGHTS);
    }

    static long rows(Table table, String tenant) {
        return Long.parseLong(
                texts("select count(*) from %s where tenant = '%s'".formatted(table, tenant))
                        .getFirst());
    }

    /** The first column. */
    private static List<String> texts(String query) {
        return asOperator(
                connection -> {
                    var texts = new ArrayList<String>();
                    try (var statement = connection.createStatement();
                            var rows = statement.executeQuery(query)) {
                        while (rows.next()) {
                            texts.add(rows.getString(1));
                        }
                    }
                    return texts;
                });
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    static <T> T asOperator(Work<T> work) {
        return as("postgres", work);
    }

    static <T> T as(String role, Work<T> work) {
        try (var connection = RunningRollbook.shared().database(role)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
