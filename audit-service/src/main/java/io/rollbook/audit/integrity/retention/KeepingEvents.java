package io.rollbook.audit.integrity.retention;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.contract.PublishedEvent;
import io.rollbook.contract.tenant.HoldLifted;
import io.rollbook.contract.tenant.HoldPlaced;
import io.rollbook.contract.tenant.RetentionSet;

import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Follows what the events say of how long a log is kept, in the transaction that logs them. */
public final class KeepingEvents {

    private static final String SET =
            """
            insert into retention_rule (tenant, number, days, days_before, effective_at, set_at,
                set_by)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RETAINED =
            "insert into retained_tenant (tenant) values (?) on conflict do nothing";
    private static final String PLACE =
            """
            insert into legal_hold (tenant, id, reason, placed_at, placed_by)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String LIFT =
            """
            insert into legal_hold_end (tenant, id, ends_at, lifted_at, lifted_by)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final JdbcTemplate transaction;
    private final String tenant;

    public KeepingEvents(JdbcTemplate transaction, String tenant) {
        this.transaction = transaction;
        this.tenant = tenant;
    }

    public void follow(List<LoggedEvent> events) {
        events.forEach(event -> follow(event, event.event()));
    }

    private void follow(LoggedEvent logged, PublishedEvent event) {
        var at = time(logged.envelope().time());
        var by = logged.cause().actor().id();
        if (event instanceof RetentionSet set) {
            transaction.update(
                    SET,
                    tenant,
                    logged.envelope().sequence(),
                    set.days(),
                    set.daysBefore(),
                    time(set.effectiveAt()),
                    at,
                    by);
            transaction.update(RETAINED, tenant);
        } else if (event instanceof HoldPlaced placed) {
            transaction.update(PLACE, tenant, placed.holdId(), placed.reason(), at, by);
        } else if (event instanceof HoldLifted lifted) {
            transaction.update(LIFT, tenant, lifted.holdId(), time(lifted.endsAt()), at, by);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
