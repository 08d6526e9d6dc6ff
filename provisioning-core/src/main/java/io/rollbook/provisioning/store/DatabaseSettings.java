package io.rollbook.provisioning.store;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Map;
import java.util.Set;

/**
 * What the database must be set to so that an acknowledged write survives and the tenants stay
 * apart. Checked once at the start, which is refused otherwise.
 */
public final class DatabaseSettings {

    private static final Map<String, Set<String>> SAFE =
            Map.of(
                    "fsync", Set.of("on"),
                    "full_page_writes", Set.of("on"),
                    "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply"),
                    "transaction_isolation", Set.of("read committed"));

    private DatabaseSettings() {}

    /**
     * @throws IllegalStateException with a sentence that says what to change
     */
    public static void requireSafe(JdbcClient jdbc) {
        SAFE.forEach((setting, safe) -> requireOneOf(jdbc, setting, safe));
        requireRelayRole(jdbc);
    }

    private static void requireOneOf(JdbcClient jdbc, String setting, Set<String> safe) {
        var value =
                jdbc.sql("select current_setting(?)").param(setting).query(String.class).single();
        if (!safe.contains(value)) {
            throw new IllegalStateException(
                    "PostgreSQL runs with %s=%s, which can lose or mix up acknowledged writes; set it to %s"
                            .formatted(setting, value, safe.contains("on") ? "on" : safe));
        }
    }

    /** A role that has the relay's rights without changing to it sees the rows of all tenants. */
    private static void requireRelayRole(JdbcClient jdbc) {
        if (!holds(jdbc, "select pg_has_role('rollbook_core_relay', 'SET')")
                || holds(jdbc, "select pg_has_role('rollbook_core_relay', 'USAGE')")
                || holds(
                        jdbc,
                        """
                        select rolsuper or rolbypassrls from pg_roles where rolname = current_user
                        """)) {
            throw new IllegalStateException(
                    "Row-level security would not hold: use a login role without SUPERUSER and"
                            + " BYPASSRLS, and give it the role rollbook_core_relay"
                            + " WITH INHERIT FALSE, SET TRUE");
        }
    }

    /**
     * Whoever owns a table can lift its policies.
     *
     * @throws IllegalStateException with a sentence that says what to change
     */
    public static void requireNoOwnership(JdbcClient jdbc) {
        if (holds(
                jdbc,
                """
                select exists (
                    select from pg_class
                    where relnamespace = current_schema()::regnamespace
                        and pg_has_role(relowner, 'USAGE'))
                """)) {
            throw new IllegalStateException(
                    "Row-level security could be lifted: the tables belong to the login role. Let a"
                        + " role without login, named like it with _tables behind, own the schema"
                        + " and what is in it, and give it to the login WITH INHERIT FALSE, SET"
                        + " TRUE");
        }
    }

    private static boolean holds(JdbcClient jdbc, String question) {
        try {
            return jdbc.sql(question).query(Boolean.class).single();
        } catch (DataAccessException e) {
            throw new IllegalStateException(
                    "The database lacks the role rollbook_core_relay (NOLOGIN)", e);
        }
    }
}
