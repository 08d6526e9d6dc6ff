package io.rollbook.provisioning.publish.source;

import io.rollbook.provisioning.publish.contract.StoredEvent;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;

/** Reads the rows of all tenants, on a connection under the role that may. */
final class StoredEvents {

    /** One statement, hence one snapshot; its first row is there even when no event is. */
    private static final String READ =
            """
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, page.*
            from (values (1)) as always
            left join (
                select global_index, tenant, aggregate_type, sequence_number, event_id, name,
                    revision, stored_at, payload, metadata
                from event where global_index > ? order by global_index limit ?
            ) as page on true
            order by page.global_index
            """;

    private StoredEvents() {}

    static Page read(Connection connection, long after, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            statement.setLong(1, after);
            statement.setInt(2, limit);
            try (var rows = statement.executeQuery()) {
                var events = new ArrayList<StoredEvent>();
                long oldestRunning = 0;
                while (rows.next()) {
                    oldestRunning = rows.getLong(1);
                    long position = rows.getLong(2);
                    if (!rows.wasNull()) {
                        events.add(event(position, rows));
                    }
                }
                return new Page(events, oldestRunning);
            }
        }
    }

    private static StoredEvent event(long position, ResultSet row) throws SQLException {
        return new StoredEvent(
                position,
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                Integer.parseInt(row.getString(8)),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getBytes(10),
                row.getBytes(11));
    }
}
