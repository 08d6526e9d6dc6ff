package io.rollbook.benchmarks.log;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The memory of a server that has run for a while, which one that was just started does not have:
 * the machine's with the entries, as far as they fit, and the server's own with indexes.
 */
final class FullMemory {

    private static final String OF_THE_MACHINE =
            "select sum(pg_prewarm(c, 'read')) from unnest(array['entry_event',"
                    + " 'entry']::regclass[]) c";

    /** All of them, the smallest last, so that what does not fit is of the largest. */
    private static final String OF_THE_SERVER =
            """
            select sum(pg_prewarm(oid::regclass, 'buffer')) from (
                select oid from pg_class
                where relkind = 'i' and relnamespace = current_schema()::regnamespace
                order by pg_relation_size(oid) desc offset 0) i
            """;

    private FullMemory() {}

    static void fill(Connection operator) throws SQLException {
        try (var statement = operator.createStatement()) {
            statement.execute("create extension if not exists pg_prewarm");
            statement.execute(OF_THE_MACHINE);
            statement.execute(OF_THE_SERVER);
        }
    }
}
