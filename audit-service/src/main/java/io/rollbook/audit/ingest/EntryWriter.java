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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Inserts the events of one tenant. The first event of a request makes its entry; the others, also
 * in later batches, join it. So the rows do not depend on how the events fell into batches.
 */
final class EntryWriter {

    private static final Columns NAMES =
            Columns.of("entry_name", "tenant text, name text", "on conflict do nothing");
    private static final Columns ACTORS =
            Columns.of(
                    "entry_actor",
                    "tenant text, actor_kind text, actor_id text, actor_name text",
                    "on conflict do nothing");

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
        var names = new TreeSet<String>();
        var actors = new HashSet<List<Object>>();
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
                var row = EntryRows.entry(event, target, actor, cycle);
                entryRows.add(row);
                addName(names, row[EntryRows.SUBJECT_NAME]);
                actors.add(EntryRows.actor(row));
            }
            eventRows.add(
                    EntryRows.event(event, documents.get(i), first == null ? own : first, now));
        }
        EntryRows.ENTRY.insert(transaction, entryRows);
        EntryRows.EVENT.insert(transaction, eventRows);
        NAMES.insert(transaction, rows(names));
        ACTORS.insert(transaction, rowsOf(actors));
        passedOver.save(purged, events);
        subjects.save(transaction);
        jobs.save(now.toInstant());
        return opening;
    }

    private static void addName(Set<String> names, @Nullable Object name) {
        if (name instanceof String text) {
            names.add(text);
        }
    }

    private List<@Nullable Object[]> rows(Set<String> names) {
        return names.stream().map(name -> new @Nullable Object[] {tenant, name}).toList();
    }

    private static List<@Nullable Object[]> rowsOf(Set<List<Object>> actors) {
        var rows = new ArrayList<@Nullable Object[]>();
        actors.forEach(actor -> rows.add(actor.toArray()));
        return rows;
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
