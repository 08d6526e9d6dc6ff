package io.rollbook.audit.integrity.purge;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.TenantScope;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.audit.integrity.checkpoint.CheckpointArchive;
import io.rollbook.audit.integrity.retention.Keeping;
import io.rollbook.audit.integrity.retention.Purges;
import io.rollbook.audit.integrity.retention.Rule;
import io.rollbook.audit.integrity.retention.StoreKeeping;
import io.rollbook.verify.checkpoint.Purge;
import io.rollbook.verify.sign.SignedDocument;

import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deletes what a tenant's retention lets go, a month at a time: first a signed record is stored,
 * then it is copied to the second place, then rows go in small pieces. After a crash anywhere it
 * goes on where it was. Several instances may do so at once: one at a time works for a tenant.
 */
public final class Purging {

    private static final int BATCH = 1_000;

    /** Another instance is at it. */
    private static final int OF_ANOTHER = -1;

    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('purge/' || ?, 0))";
    private static final String PATIENCE = "set local statement_timeout = '10min'";
    private static final String DELETE = "select purge_batch(?, ?)";
    private static final String LEFT_EVENTS =
            """
            select exists (
                select from entry_event where tenant = ? and topic = ? and number <= ?)
            """;
    private static final String LEFT_CUSTODY =
            "select exists (select from custody_entry where tenant = ? and number <= ?)";
    private static final String WAITING =
            "select tenant from retained_tenant where tenant > ? order by tenant limit ?";

    private final LogDatabase database;
    private final StoreKeeping store;
    private final CheckpointArchive archive;
    private final PurgeRecords records;
    private final PurgeMetrics metrics;
    private final InstantSource clock;

    Purging(
            LogDatabase database,
            StoreKeeping store,
            CheckpointArchive archive,
            PurgeRecords records,
            PurgeMetrics metrics,
            InstantSource clock) {
        this.database = database;
        this.store = store;
        this.archive = archive;
        this.records = records;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What is going to be deleted next. */
    private record Plan(Instant before, Map<LogStream, Long> purged, Map<LogStream, Long> cut) {}

    /** Tenants for which there may be something to do, in the order of their ids. */
    List<String> tenants(String after, int count) {
        return database.write(
                transaction -> {
                    TenantScope.enterListOfTenants(transaction);
                    return transaction.queryForList(WAITING, String.class, after, count);
                });
    }

    /**
     * @throws IOException when the second place does not take a record; nothing was deleted then
     */
    void purge(String tenant) throws IOException {
        if (finish(tenant)) {
            while (record(tenant) && finish(tenant)) {
                // The next month.
            }
        }
    }

    /** Deletes what records say; false when that had to stop. */
    boolean finish(String tenant) throws IOException {
        var last = database.read(tenant, transaction -> Purges.last(transaction, tenant));
        for (var stream : LogStream.values()) {
            for (var signed : last) {
                var purge = Purge.of(signed);
                if (purge.stream().equals(stream.label())
                        && isLeft(stream, purge)
                        && !finish(stream, purge, signed)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isLeft(LogStream stream, Purge purge) {
        var tenant = purge.tenant();
        return database.read(
                tenant,
                transaction ->
                        Boolean.TRUE.equals(
                                stream == LogStream.CUSTODY
                                        ? transaction.queryForObject(
                                                LEFT_CUSTODY, Boolean.class, tenant, purge.last())
                                        : transaction.queryForObject(
                                                LEFT_EVENTS,
                                                Boolean.class,
                                                tenant,
                                                stream.topic(),
                                                purge.last())));
    }

    private boolean finish(LogStream stream, Purge purge, SignedDocument signed)
            throws IOException {
        var tenant = purge.tenant();
        archive.keepPurge(tenant, purge.stream(), purge.last(), signed.json());
        var before = Instant.parse(purge.before());
        int deleted;
        do {
            if (!mayGo(tenant, before)) {
                return false;
            }
            deleted = database.write(transaction -> delete(transaction, tenant, stream));
            metrics.deleted(Math.max(deleted, 0));
        } while (deleted > 0);
        return deleted == 0;
    }

    private static int delete(JdbcTemplate transaction, String tenant, LogStream stream) {
        TenantScope.enter(transaction, tenant);
        if (!isMine(transaction, tenant)) {
            return OF_ANOTHER;
        }
        var deleted = transaction.queryForObject(DELETE, Integer.class, stream.label(), BATCH);
        return deleted == null ? 0 : deleted;
    }

    private static boolean isMine(JdbcTemplate transaction, String tenant) {
        return Boolean.TRUE.equals(transaction.queryForObject(LOCK, Boolean.class, tenant));
    }

    /** Stores the record of the next month; false when there is none, or it may not go. */
    boolean record(String tenant) throws IOException {
        var plan = plan(tenant);
        if (plan.isEmpty() || !mayGo(tenant, plan.get().before())) {
            return false;
        }
        var next = plan.get();
        if (!records.isCovered(tenant, next.cut())) {
            return false;
        }
        if (!records.isAsSigned(tenant, next.purged(), next.cut())) {
            metrics.refused();
            return false;
        }
        boolean recorded =
                database.write(
                        transaction -> {
                            TenantScope.enter(transaction, tenant);
                            return isMine(transaction, tenant) && record(transaction, tenant, next);
                        });
        if (recorded) {
            metrics.recorded();
        }
        return recorded;
    }

    private boolean record(JdbcTemplate transaction, String tenant, Plan plan) {
        var now = clock.instant();
        boolean still =
                Purges.numbers(transaction, tenant).equals(plan.purged())
                        && isOver(Keeping.of(transaction, tenant).boundary(now), plan.before());
        if (still) {
            records.add(transaction, tenant, plan.cut(), plan.before(), now);
        }
        return still;
    }

    /** The oldest month, if it may go; the next one where clocks leave nothing of it to delete. */
    private Optional<Plan> plan(String tenant) {
        return database.write(
                transaction -> {
                    TenantScope.enter(transaction, tenant);
                    transaction.execute(PATIENCE);
                    return plan(transaction, tenant);
                });
    }

    private Optional<Plan> plan(JdbcTemplate transaction, String tenant) {
        var boundary = Keeping.of(transaction, tenant).boundary(clock.instant());
        var oldest = Cut.oldest(transaction, tenant);
        if (boundary.isEmpty() || oldest == null) {
            return Optional.empty();
        }
        var purged = Purges.numbers(transaction, tenant);
        var cut = new Cut(transaction, tenant, purged);
        for (var before = Rule.nextMonth(oldest);
                isOver(boundary, before);
                before = Rule.nextMonth(before)) {
            var last = cut.before(before);
            if (!last.isEmpty()) {
                return Optional.of(new Plan(before, purged, last));
            }
        }
        return Optional.empty();
    }

    /** Asks the log and, for what has not come here yet, the store. */
    private boolean mayGo(String tenant, Instant before) {
        var now = clock.instant();
        var here =
                database.read(tenant, transaction -> Keeping.of(transaction, tenant).boundary(now));
        return isOver(here, before)
                && store.of(tenant)
                        .map(
                                answer ->
                                        !answer.held()
                                                && isOver(
                                                        new Rule(answer.days(), null, Instant.EPOCH)
                                                                .boundary(now),
                                                        before))
                        .orElse(true);
    }

    private static boolean isOver(Optional<Instant> boundary, Instant before) {
        return boundary.filter(latest -> !before.isAfter(latest)).isPresent();
    }
}
