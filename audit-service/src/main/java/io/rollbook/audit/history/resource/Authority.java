package io.rollbook.audit.history.resource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * On whose authority an event happened.
 *
 * @param entryId the entry of the log
 * @param actorName what the actor was called then
 * @param causedBy the event that the system reacted to, if it did
 */
public record Authority(
        String entryId,
        Instant receivedAt,
        String actorKind,
        String actorId,
        @Nullable String actorName,
        @Nullable String tokenId,
        String requestId,
        int operation,
        @Nullable String causedBy) {

    private static final String FIND =
            """
            select e.number, n.*
            from unnest(?) as w (number)
            cross join lateral (select number, entry_position from entry_event
                where tenant = ? and topic = 'rollbook.directory.v1' and number = w.number
                offset 0) as e
            cross join lateral (select id, received_at, actor_kind, actor_id, actor_name, token_id,
                    request_id, operation, caused_by
                from entry where tenant = ? and position = e.entry_position offset 0) as n
            """;

    /** By the numbers of the events, without those that the log does not have any more. */
    public static Map<Long, Authority> of(
            JdbcTemplate transaction, String tenant, Collection<Long> numbers) {
        var found = new HashMap<Long, Authority>();
        transaction.query(
                FIND,
                row -> {
                    found.put(row.getLong("number"), read(row));
                },
                numbers.stream().distinct().toArray(Long[]::new),
                tenant,
                tenant);
        return found;
    }

    private static Authority read(ResultSet row) throws SQLException {
        return new Authority(
                row.getString("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("actor_kind"),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getString("token_id"),
                row.getString("request_id"),
                row.getInt("operation"),
                row.getString("caused_by"));
    }
}
