package io.rollbook.audit.ingest;

import io.rollbook.audit.entry.LoggedEvent;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Inserts the events of one tenant. The first event of a request makes its entry; the others, also
 * in later batches, join it. So the rows do not depend on how the events fell into batches.
 */
final class EntryWriter {

    private static final int BATCH = 1_000;

    private static final String INSERT_ENTRY =
            """
            insert into entry (tenant, position, id, request_key, recorded_at, received_at, status,
                action, restored, actor_kind, actor_id, token_id, target_type, target_id,
                attempted_external_id, attempted_name, request_id, operation, caused_by,
                http_status, scim_type, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_EVENT =
            """
            insert into entry_event (tenant, entry_position, number, topic, id, type, version,
                recorded_at, members_added, members_removed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_CHANGE =
            """
            insert into entry_change (tenant, entry_position, number, ordinal, target_id, path,
                old_value, new_value)
            values (?, ?, ?, ?, ?, ?, ?::json, ?::json)
            """;
    private static final String INSERT_MEMBER =
            """
            insert into entry_member (tenant, entry_position, number, ordinal, member_id,
                member_type, joined)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate transaction;
    private final String tenant;

    EntryWriter(JdbcTemplate transaction, String tenant) {
        this.transaction = transaction;
        this.tenant = tenant;
    }

    /** The first events of the entries that are new. */
    List<LoggedEvent> insert(List<LoggedEvent> events) {
        var positions = positionsOf(events);
        var opening = new ArrayList<LoggedEvent>();
        for (var event : events) {
            if (positions.putIfAbsent(event.requestKey(), event.envelope().position()) == null) {
                opening.add(event);
            }
        }
        var eventRows = new ArrayList<@Nullable Object[]>();
        var changeRows = new ArrayList<@Nullable Object[]>();
        var memberRows = new ArrayList<@Nullable Object[]>();
        for (var event : events) {
            long position = positions.getOrDefault(event.requestKey(), 0L);
            eventRows.add(EntryRows.event(event, position));
            changeRows.addAll(EntryRows.changes(event, position));
            memberRows.addAll(EntryRows.members(event, position));
        }
        insert(INSERT_ENTRY, opening.stream().map(EntryRows::entry).toList());
        insert(INSERT_EVENT, eventRows);
        insert(INSERT_CHANGE, changeRows);
        insert(INSERT_MEMBER, memberRows);
        return opening;
    }

    private void insert(String statement, List<@Nullable Object[]> rows) {
        transaction.batchUpdate(
                statement,
                rows,
                BATCH,
                (prepared, row) -> {
                    for (int column = 0; column < row.length; column++) {
                        prepared.setObject(column + 1, row[column]);
                    }
                });
    }

    private Map<String, Long> positionsOf(List<LoggedEvent> events) {
        var positions = new HashMap<String, Long>();
        transaction.query(
                "select request_key, position from entry"
                        + " where tenant = ? and request_key = any (?)",
                row -> {
                    positions.put(row.getString("request_key"), row.getLong("position"));
                },
                tenant,
                events.stream().map(LoggedEvent::requestKey).distinct().toArray(String[]::new));
        return positions;
    }
}
