package io.rollbook.benchmarks.log;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Fills the tables of an empty log by COPY, in one transaction and without indexes, which are made
 * afterwards as they were.
 */
final class GeneratedLog {

    private static final int CHUNK = 4_000;
    private static final int PROGRESS = 500_000;
    private static final Pattern GROWING_ANYWHERE = Pattern.compile(".*(history_membership_.*)");

    private static final String INDEXES =
            """
            select replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') as made,
                i.indexrelid::regclass::text as name, i.indrelid::regclass::text as on_table,
                c.conname, pg_get_constraintdef(c.oid) as defined
            from pg_index i
            join pg_class t on t.oid = i.indrelid and not t.relispartition
                and t.relnamespace = current_schema()::regnamespace
            left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = t.oid
            where t.relname = any (?)
            order by i.indexrelid
            """;
    private static final List<String> COMMON =
            List.of(
                    """
                    insert into entry_kind
                    select distinct tenant, kind, status, action, target_type, error_code,
                        actor_kind, actor_id, coalesce(actor_name, ''), target_id is not null,
                        source_id is not null, subject_name is not null
                    from entry
                    """,
                    """
                    insert into entry_subject
                    select distinct tenant, subject, target_id, source_id, subject_name from entry
                    """);

    private static final String[] TABLES = {
        "entry",
        "entry_event",
        "chain_link",
        "history_version",
        "history_resource",
        "history_attribute",
        "history_membership",
        "subject",
        "entry_subject"
    };

    private record Chunk(Map<String, byte[]> rows) {
        static final Chunk LAST = new Chunk(Map.of());
    }

    private final Connection operator;
    private final CopyManager copy;
    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(3);

    /**
     * @param operator may do anything, and finds the log's tables first
     */
    GeneratedLog(Connection operator) throws SQLException {
        this.operator = operator;
        this.copy = operator.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Writes so many entries. */
    void write(long entries) throws Exception {
        operator.setAutoCommit(false);
        run("set session_replication_role = replica");
        run("set maintenance_work_mem = '2GB'");
        run("set max_parallel_maintenance_workers = 2");
        run("set work_mem = '512MB'");
        var tables = new LogRows.Tables();
        for (var table : tables.all()) {
            run("truncate " + table.name());
        }
        run("truncate entry_kind, entry_subject");
        var indexes = dropIndexes();
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(this::copyChunks);
            generate(tables, entries, writing);
            writing.get();
        }
        for (var statement : COMMON) {
            run(statement);
        }
        for (var statement : indexes) {
            run(statement);
        }
        operator.commit();
        operator.setAutoCommit(true);
        run("vacuum (analyze)");
        run("checkpoint");
    }

    private void generate(LogRows.Tables tables, long entries, Future<?> writing)
            throws InterruptedException, ExecutionException {
        var rows = new HashMap<String, LogRows>();
        var stream =
                new Year(
                        entries,
                        told ->
                                rows.computeIfAbsent(
                                                told.envelope().tenantId(),
                                                tenant -> new LogRows(tables, tenant))
                                        .add(told.logged()));
        long next = CHUNK;
        long told = 0;
        while (stream.entries() < entries) {
            stream.next();
            if (stream.entries() >= next) {
                put(tables, writing);
                next += CHUNK;
                if (stream.entries() / PROGRESS > told) {
                    told = stream.entries() / PROGRESS;
                    System.out.printf("  %,d entries %s%n", stream.entries(), LocalTime.now());
                }
            }
        }
        rows.values().forEach(LogRows::end);
        put(tables, writing);
        chunks.put(Chunk.LAST);
    }

    private void put(LogRows.Tables tables, Future<?> writing)
            throws InterruptedException, ExecutionException {
        if (writing.isDone()) {
            writing.get();
        }
        var rows = new HashMap<String, byte[]>();
        for (var table : tables.all()) {
            rows.put(table.statement(), table.take());
        }
        chunks.put(new Chunk(rows));
    }

    private long copyChunks() throws InterruptedException, SQLException, IOException {
        long copied = 0;
        for (var chunk = chunks.take(); chunk != Chunk.LAST; chunk = chunks.take()) {
            for (var table : chunk.rows().entrySet()) {
                if (table.getValue().length > 0) {
                    copied +=
                            copy.copyIn(table.getKey(), new ByteArrayInputStream(table.getValue()));
                }
            }
        }
        return copied;
    }

    /** Statements that make them again. */
    private List<String> dropIndexes() throws SQLException {
        var again = new ArrayList<String>();
        var drops = new ArrayList<String>();
        try (var query = operator.prepareStatement(INDEXES)) {
            query.setArray(1, operator.createArrayOf("text", TABLES));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var table = rows.getString("on_table");
                    var constraint = rows.getString("conname");
                    drops.add(
                            constraint == null
                                    ? "drop index " + rows.getString("name")
                                    : "alter table " + table + " drop constraint " + constraint);
                    again.add(
                            constraint == null
                                    ? grown(rows.getString("name"), rows.getString("made"))
                                    : "alter table %s add constraint %s %s"
                                            .formatted(
                                                    table,
                                                    constraint,
                                                    grown(constraint, rows.getString("defined"))));
                }
            }
        }
        for (var drop : drops) {
            run(drop);
        }
        return again;
    }

    /**
     * What grows at random places has room in its pages. An index that is made at once is full, so
     * that all of its pages are split when a tenth more comes, and none for long after that.
     */
    private static String grown(String index, String definition) {
        if (!GROWING_ANYWHERE.matcher(index).matches()) {
            return definition;
        }
        int where = definition.indexOf(" WHERE ");
        int end = where < 0 ? definition.length() : where;
        return definition.substring(0, end) + " WITH (fillfactor='70')" + definition.substring(end);
    }

    private void run(String sql) throws SQLException {
        long began = System.nanoTime();
        try (var statement = operator.createStatement()) {
            statement.execute(sql);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (seconds > 1) {
            System.out.printf("  %,.0f s: %s%n", seconds, sql);
        }
    }
}
