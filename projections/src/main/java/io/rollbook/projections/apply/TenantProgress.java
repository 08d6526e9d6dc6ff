package io.rollbook.projections.apply;

import io.rollbook.projections.database.RoundTrip;
import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.database.TenantScope;
import io.rollbook.projections.event.NumberedEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
    Supplier<Long> lock(RoundTrip first, String tenantId) {
        first.add(TenantScope.of(tenantId));
        return first.ask(
                Sql.of(lock, tenantId),
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    Sql advance(String tenantId, long number, long users, long groups) {
        return Sql.of(advance, number, users, groups, tenantId);
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
