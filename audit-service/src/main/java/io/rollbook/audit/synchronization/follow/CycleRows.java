package io.rollbook.audit.synchronization.follow;

import io.rollbook.audit.synchronization.job.Cycle;
import io.rollbook.audit.synchronization.job.Tally;
import io.rollbook.audit.synchronization.job.Write;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The cycles of one tenant that a batch has touched, and what it adds to their counts. */
public final class CycleRows {

    private record Touched(String connection, Cycle cycle) {}

    private record Counted(String cycle, String action, String type, String status) {}

    private static final String SAVE =
            """
            insert into cycle (tenant, connection, id, began_at, last_at, initial, requests,
                exported, failures, reference_failures, rejected, deletions, with_references)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, id) do update set began_at = excluded.began_at,
                last_at = excluded.last_at, requests = excluded.requests,
                exported = excluded.exported, failures = excluded.failures,
                reference_failures = excluded.reference_failures, rejected = excluded.rejected,
                deletions = excluded.deletions, with_references = excluded.with_references
            """;
    private static final String COUNT =
            """
            insert into cycle_count as c (tenant, cycle, action, type, status, count)
            values (?, ?, ?, ?, ?, ?)
            on conflict (tenant, cycle, action, type, status)
                do update set count = c.count + excluded.count
            """;
    private static final String AT =
            """
            select * from cycle where tenant = ? and connection = ? and last_at >= ?
            order by last_at limit 1
            """;

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Map<String, Touched> touched = new LinkedHashMap<>();
    private final Map<Counted, Long> counts = new LinkedHashMap<>();

    CycleRows(JdbcTemplate transaction, String tenant) {
        this.transaction = transaction;
        this.tenant = tenant;
    }

    /** The cycle before the latest that a request of that time belongs to. */
    Optional<Cycle> at(String connection, Instant at, Duration gap) {
        return touched.values().stream()
                .filter(row -> row.connection().equals(connection))
                .map(Touched::cycle)
                .filter(cycle -> cycle.reaches(at, gap))
                .findFirst()
                .or(
                        () ->
                                transaction
                                        .query(
                                                AT,
                                                (row, number) -> read(row),
                                                tenant,
                                                connection,
                                                time(at.minus(gap)))
                                        .stream()
                                        .filter(cycle -> cycle.reaches(at, gap))
                                        .findFirst());
    }

    void add(String connection, Cycle after, Write write) {
        touched.put(after.id(), new Touched(connection, after));
        counts.merge(
                new Counted(
                        after.id(), write.action().label(), write.type(), write.status().label()),
                write.times(),
                Long::sum);
    }

    void save() {
        if (touched.isEmpty()) {
            return;
        }
        transaction.batchUpdate(SAVE, touched.values().stream().map(this::row).toList());
        transaction.batchUpdate(
                COUNT,
                counts.entrySet().stream()
                        .map(
                                entry -> {
                                    var counted = entry.getKey();
                                    return new Object[] {
                                        tenant,
                                        counted.cycle(),
                                        counted.action(),
                                        counted.type(),
                                        counted.status(),
                                        entry.getValue()
                                    };
                                })
                        .toList());
    }

    private @Nullable Object[] row(Touched row) {
        var cycle = row.cycle();
        var tally = cycle.tally();
        return new @Nullable Object[] {
            tenant,
            row.connection(),
            cycle.id(),
            time(cycle.beganAt()),
            time(cycle.lastAt()),
            cycle.initial(),
            tally.requests(),
            tally.exported(),
            tally.failures(),
            tally.referenceFailures(),
            tally.rejected(),
            tally.deletions(),
            tally.references()
        };
    }

    public static Cycle read(ResultSet row) throws SQLException {
        return new Cycle(
                row.getString("id"),
                row.getBoolean("initial"),
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("last_at").toInstant(),
                new Tally(
                        row.getLong("requests"),
                        row.getLong("exported"),
                        row.getLong("failures"),
                        row.getLong("reference_failures"),
                        row.getLong("rejected"),
                        row.getLong("deletions"),
                        row.getLong("with_references")));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
