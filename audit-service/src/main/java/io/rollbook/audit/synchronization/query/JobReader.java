package io.rollbook.audit.synchronization.query;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.synchronization.follow.CycleRows;
import io.rollbook.audit.synchronization.follow.StoredJob;
import io.rollbook.audit.synchronization.job.Cycle;
import io.rollbook.audit.synchronization.job.Job;
import io.rollbook.audit.synchronization.query.JobView.Count;
import io.rollbook.audit.synchronization.query.JobView.CycleView;

import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads jobs; what it reads does not grow with a connection's history. */
final class JobReader {

    private static final int CYCLES_SHOWN = 10;

    private static final String JOB =
            "select state from synchronization_job where tenant = ? and connection = ?";
    private static final String LATEST =
            """
            select * from cycle where tenant = ? and connection = ?
            order by last_at desc limit
            """
                    + CYCLES_SHOWN;
    private static final String NAMED = "select * from cycle where tenant = ? and id = any(?)";
    private static final String COUNTS =
            """
            select cycle, action, type, status, count from cycle_count
            where tenant = ? and cycle = any(?) order by cycle, type, action, status
            """;

    private final LogDatabase database;
    private final Duration usualGap;

    JobReader(LogDatabase database, Duration usualGap) {
        this.database = database;
        this.usualGap = usualGap;
    }

    /** Empty when the tenant has no such connection. */
    Optional<JobView> read(String tenant, String connection, Instant now) {
        return database.read(
                tenant,
                rows ->
                        rows
                                .query(
                                        JOB,
                                        (row, number) -> StoredJob.read(row.getString(1)),
                                        tenant,
                                        connection)
                                .stream()
                                .findFirst()
                                .map(job -> view(rows, tenant, connection, job, now)));
    }

    private JobView view(
            JdbcTemplate rows, String tenant, String connection, Job stored, Instant now) {
        var job = stored.settled(now, usualGap).job();
        var latest = rows.query(LATEST, (row, number) -> CycleRows.read(row), tenant, connection);
        var counts = counts(rows, tenant, latest);
        var standing = job.standing();
        var names =
                Stream.of(standing.last(), standing.lastSuccessful(), standing.lastWithExports())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toArray(String[]::new);
        Map<String, Cycle> named =
                rows.query(NAMED, (row, number) -> CycleRows.read(row), tenant, names).stream()
                        .collect(Collectors.toMap(Cycle::id, cycle -> cycle));
        return new JobView(
                connection,
                now,
                job,
                latest.stream()
                        .map(
                                cycle ->
                                        new CycleView(
                                                cycle, counts.getOrDefault(cycle.id(), List.of())))
                        .toList(),
                named);
    }

    private static Map<String, List<Count>> counts(
            JdbcTemplate rows, String tenant, List<Cycle> cycles) {
        var counts = new HashMap<String, List<Count>>();
        rows.query(
                COUNTS,
                row -> {
                    counts.computeIfAbsent(row.getString("cycle"), cycle -> new ArrayList<>())
                            .add(
                                    new Count(
                                            row.getString("action"),
                                            row.getString("type"),
                                            row.getString("status"),
                                            row.getLong("count")));
                },
                tenant,
                cycles.stream().map(Cycle::id).toArray(String[]::new));
        return counts;
    }
}
