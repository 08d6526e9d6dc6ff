package io.rollbook.audit.history.record;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.contract.EventType;
import io.rollbook.contract.Topics;

import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.util.List;

/** Adds the events of one tenant to its history. */
public final class HistoryWriter {

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Instant now;

    /**
     * @param transaction reaches the tenant's rows
     * @param now when the rows are written
     */
    public HistoryWriter(JdbcTemplate transaction, String tenant, Instant now) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.now = now;
    }

    /**
     * What was refused or had no effect is not history and is left out, and so is what history has.
     *
     * @param events in the order of their numbers
     */
    public void add(List<LoggedEvent> events) {
        var clock = TenantClock.read(transaction, tenant);
        var changes =
                events.stream()
                        .filter(event -> event.envelope().type().topic().equals(Topics.DIRECTORY))
                        .filter(event -> event.envelope().sequence() > clock.number())
                        .toList();
        if (changes.isEmpty()) {
            return;
        }
        var memberships = Memberships.before(transaction, tenant, changes);
        var versions = Versions.before(transaction, tenant, changes);
        var resources = new Resources(transaction, tenant);
        var leavers = new Leavers(transaction, tenant, now);
        for (var event : changes) {
            long number = event.envelope().sequence();
            var time = clock.next(event.envelope().time());
            versions.add(event, time, memberships.follow(event, number, time));
            resources.follow(event, number, time);
            if (event.envelope().type() == EventType.USER_DEACTIVATED_1) {
                leavers.add(event);
            }
        }
        memberships.save();
        versions.save();
        resources.save();
        leavers.save();
    }
}
