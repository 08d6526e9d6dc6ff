package io.rollbook.benchmarks.log;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The memory of a server that has run for a while, which one that was just started does not have:
 * its own with what entries are found by and then with entries, the machine's with what they tell,
 * as far as it all fits.
 */
final class FullMemory {

    private static final String OF_THE_MACHINE = "select pg_prewarm('entry_event', 'read')";

    /** Entries first and the smallest index last, so that what does not fit is of the largest. */
    private static final String OF_THE_SERVER =
            """
            select sum(pg_prewarm(oid::regclass, 'buffer')) from (
                select c.oid from pg_class c left join pg_index i on i.indexrelid = c.oid
                where c.relname = 'entry' and c.relnamespace = current_schema()::regnamespace
                    or i.indrelid = any(array['entry', 'entry_event', 'entry_kind',
                        'entry_subject']::regclass[])
                order by pg_relation_size(c.oid) desc offset 0) r
            """;

    private FullMemory() {}

    static void fill(Connection operator) throws SQLException {
        try (var statement = operator.createStatement()) {
            statement.execute("create extension if not exists pg_prewarm");
            statement.execute(OF_THE_SERVER);
            statement.execute(OF_THE_MACHINE);
        }
    }
}
