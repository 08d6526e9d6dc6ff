package io.rollbook.projections.apply;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.database.TenantScope;
import io.rollbook.projections.event.NumberedEvent;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How far a tenant's stream is applied. */
final class TenantProgress {

    private final String lock;
    private final String advance;

    TenantProgress(Tables tables) {
        lock =
                tables.in(
                        """
                        insert into {applied} (tenant, number, users, groups) values (?, 0, 0, 0)
                        on conflict (tenant) do update set tenant = excluded.tenant
                        returning number
                        """);
        advance =
                tables.in(
                        """
                        update {applied}
                        set number = ?, users = users + ?, groups = groups + ?
                        where tenant = ?
                        """);
    }

    /**
     * Enters the tenant and takes its row until the transaction ends: should another instance be at
     * work on the same events, because a partition just changed hands, it is waited for.
     *
     * @return the number of the last applied event
     */
    long lock(Connection connection, String tenantId) throws SQLException {
        TenantScope.enter(connection, tenantId);
        return Sql.of(lock, tenantId)
                .query(
                        connection,
                        rows -> {
                            rows.next();
                            return rows.getLong(1);
                        });
    }

    void advance(Connection connection, String tenantId, long number, long users, long groups)
            throws SQLException {
        Sql.of(advance, number, users, groups, tenantId).update(connection);
    }

    /**
     * Those that are not applied yet. One that comes again is dropped, also when the first copy is
     * among these: a relay that was killed sends again what it had not saved as sent.
     *
     * @param applied the number of the last applied event
     * @throws MissingEvents when one is missing before or between them
     */
    static List<NumberedEvent> outstanding(long applied, List<NumberedEvent> events) {
        var outstanding = new ArrayList<NumberedEvent>(events.size());
        long last = applied;
        for (var event : events) {
            if (event.number() > last + 1) {
                throw new MissingEvents(event.tenantId(), last, event.number());
            }
            if (event.number() > last) {
                outstanding.add(event);
                last = event.number();
            }
        }
        return outstanding;
    }
}
