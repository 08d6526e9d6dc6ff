package io.rollbook.benchmarks.log;

import java.sql.Connection;
import java.sql.SQLException;

/** How many rows PostgreSQL has read for what was asked, and how often it read a whole table. */
final class RowsRead {

    /**
     * @param rows that indexes or whole tables gave
     * @param scans of whole tables
     */
    record Counted(long rows, long scans) {

        private Counted minus(Counted before) {
            return new Counted(rows - before.rows, scans - before.scans);
        }
    }

    private static final String COUNTED =
            """
            select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as rows,
                sum(seq_scan) as scans
            from pg_stat_user_tables
            """;

    /** Sessions tell what they did at the end of a transaction, but not more often than this. */
    private static final double TOLD_AFTER_SECONDS = 1.1;

    private final Connection operator;
    private Counted before = new Counted(0, 0);

    RowsRead(Connection operator) {
        this.operator = operator;
    }

    void begin() throws SQLException {
        before = counted();
    }

    /**
     * Since the last call.
     *
     * @param last is asked once more: with that, sessions tell what they did before
     */
    Counted since(Runnable last) throws SQLException {
        execute("select pg_sleep(" + TOLD_AFTER_SECONDS + ")");
        last.run();
        var earlier = before;
        before = counted();
        return before.minus(earlier);
    }

    private Counted counted() throws SQLException {
        try (var statement = operator.createStatement();
                var rows = statement.executeQuery(COUNTED)) {
            rows.next();
            return new Counted(rows.getLong("rows"), rows.getLong("scans"));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = operator.createStatement()) {
            statement.execute(sql);
        }
    }
}
