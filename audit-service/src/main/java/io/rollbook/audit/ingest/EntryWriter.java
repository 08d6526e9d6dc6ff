package io.rollbook.audit.ingest;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.synchronization.follow.Jobs;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Inserts the events of one tenant. The first event of a request makes its entry; the others, also
 * in later batches, join it. So the rows do not depend on how the events fell into batches.
 */
final class EntryWriter {

    /** Entries, with their kinds and subjects as the table names them, where these are new. */
    private static final Columns ENTRIES =
            EntryRows.ENTRY.within(
                    """
                    with added as (%s returning *), kinds as (
                        insert into entry_kind (tenant, id, status, action, target_type, error_code,
                            actor_kind, actor_id, actor_name, has_target, has_source, has_name)
                        select distinct tenant, kind, status, action, target_type, error_code,
                            actor_kind, actor_id, coalesce(actor_name, ''), target_id is not null,
                            source_id is not null, subject_name is not null
                        from added on conflict do nothing)
                    insert into entry_subject (tenant, id, target_id, source_id, name)
                    select distinct tenant, subject, target_id, source_id, subject_name
                    from added on conflict do nothing
                    """);

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Duration pause;
    private final OffsetDateTime now;

    /**
     * @param pause what ends a connection's cycle where nobody configured it
     * @param now when the rows are written
     */
    EntryWriter(JdbcTemplate transaction, String tenant, Duration pause, Instant now) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.pause = pause;
        this.now = EntryRows.time(now);
    }

    /**
     * @param documents of the events, in the same order
     * @return the first events of the entries that are new
     */
    List<LoggedEvent> insert(List<LoggedEvent> events, List<String> documents) {
        var passedOver = new PassedOver(transaction, tenant);
        var positions = positionsOf(events);
        passedOver.addTo(positions, events);
        var subjects = Subjects.before(transaction, tenant, events);
        var jobs = Jobs.before(transaction, tenant, pause, events);
        var opening = new ArrayList<LoggedEvent>();
        var purged = new ArrayList<LoggedEvent>();
        var entryRows = new ArrayList<@Nullable Object[]>();
        var eventRows = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            subjects.follow(event);
            jobs.follow(event);
            long own = event.envelope().position();
            var first = positions.putIfAbsent(event.requestKey(), own);
            var cycle = first == null ? jobs.count(event) : null;
            if (passedOver.contains(event)) {
                if (first == null) {
                    purged.add(event);
                }
                continue;
            }
            if (first == null) {
                opening.add(event);
                var target = subjects.of(event.meaning().target().id());
                var actor = subjects.of(event.cause().actor().id());
                entryRows.add(EntryRows.entry(event, target, actor, cycle));
            }
            eventRows.add(
                    EntryRows.event(event, documents.get(i), first == null ? own : first, now));
        }
        ENTRIES.insert(transaction, entryRows);
        EntryRows.EVENT.insert(transaction, eventRows);
        passedOver.save(purged, events);
        subjects.save(transaction);
        jobs.save(now.toInstant());
        return opening;
    }

    private Map<String, Long> positionsOf(List<LoggedEvent> events) {
        var positions = new HashMap<String, Long>();
        transaction.query(
                // One look into the index for each, however little the server knows of the table.
                "select e.request_key, e.position from unnest(?) as wanted (request_key)"
                        + " cross join lateral (select request_key, position from entry"
                        + " where tenant = ? and request_key = wanted.request_key offset 0) as e",
                row -> {
                    positions.put(row.getString("request_key"), row.getLong("position"));
                },
                events.stream().map(LoggedEvent::requestKey).distinct().toArray(String[]::new),
                tenant);
        return positions;
    }
}
