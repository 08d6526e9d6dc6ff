package io.rollbook.provisioning.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Appends rows as the event store does, with the transaction in the test's hand. */
final class Appended {

    private static final String INSERT =
            """
            insert into event (aggregate, sequence_number, aggregate_type, event_id, name,
                revision, stored_at, payload, metadata)
            values (?, 0, 'user', ?, 'user.deleted', '1', now(), ?::bytea, ?::bytea)
            returning global_index
            """;

    private Appended() {}

    /** One event of the tenant in the connection's transaction; answers its index. */
    static long event(Connection transaction, String tenant) throws SQLException {
        var id = UUID.randomUUID().toString();
        try (var scope =
                        transaction.prepareStatement(
                                "select set_config('rollbook.tenant', ?, true)");
                var insert = transaction.prepareStatement(INSERT)) {
            scope.setString(1, tenant);
            scope.executeQuery().close();
            insert.setString(1, tenant + "/user/" + id);
            insert.setString(2, id);
            insert.setString(3, "{\"userId\":\"" + id + "\"}");
            insert.setString(4, metaData(tenant));
            try (var rows = insert.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static String metaData(String tenant) {
        return """
        {"tenant":"%s","requestId":"r","operation":"0","actorKind":"SYSTEM","actorId":"test",\
        "receivedAt":"2026-11-23T10:15:30Z"}\
        """
                .formatted(tenant);
    }
}
