package io.rollbook.projections.apply;

import io.rollbook.projections.database.RoundTrip;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.database.Transactions;
import io.rollbook.projections.directory.DirectoryChange;
import io.rollbook.projections.directory.DirectoryRows;
import io.rollbook.projections.directory.fold.TimedEvent;
import io.rollbook.projections.event.EventBatch;
import io.rollbook.projections.event.NumberedEvent;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Applies a batch of events in one transaction together with how far it came. Thread-safe. */
public final class BatchApplication {

    private final Transactions transactions;
    private final TenantProgress progress;
    private final Offsets offsets;
    private final DirectoryRows directory;

    public BatchApplication(Transactions transactions, Tables tables) {
        this.transactions = transactions;
        this.progress = new TenantProgress(tables);
        this.offsets = new Offsets(tables);
        this.directory = new DirectoryRows(tables);
    }

    /**
     * All of it or nothing; what is applied already is dropped.
     *
     * @throws MissingEvents when an event is missing before one of these
     * @throws io.rollbook.scim.seam.Unavailable when the database is away
     */
    public List<AppliedEvents> apply(EventBatch batch) {
        return transactions.run(
                connection -> {
                    var applied = new ArrayList<AppliedEvents>();
                    var changes = new RoundTrip();
                    // In one order in all instances, so that none waits for the other in a circle.
                    for (var tenant : byTenant(batch.events()).entrySet()) {
                        changes.run(connection);
                        changes = new RoundTrip();
                        applied.add(apply(connection, tenant.getKey(), tenant.getValue(), changes));
                    }
                    if (!batch.nextOffsets().isEmpty()) {
                        changes.add(offsets.save(batch.topic(), batch.nextOffsets()));
                    }
                    changes.run(connection);
                    return applied;
                });
    }

    /** By partition, from where the topic is to be read on; none for one that nothing came from. */
    public Map<Integer, Long> storedOffsets(String topic) {
        return transactions.run(connection -> offsets.load(connection, topic));
    }

    /** Reads what it needs; what it changes is added to the changes. */
    private AppliedEvents apply(
            Connection connection, String tenantId, List<NumberedEvent> events, RoundTrip changes)
            throws SQLException {
        var first = new RoundTrip();
        var applied = progress.lock(first, tenantId);
        var before = directory.load(first, tenantId, timed(events));
        first.run(connection);
        var outstanding = TenantProgress.outstanding(applied.get(), events);
        if (outstanding.isEmpty()) {
            return new AppliedEvents(tenantId, List.of(), Map.of());
        }
        DirectoryChange change = directory.apply(changes, tenantId, before, timed(outstanding));
        changes.add(
                progress.advance(
                        tenantId,
                        outstanding.getLast().number(),
                        change.usersMore(),
                        change.groupsMore()));
        return new AppliedEvents(tenantId, outstanding, change.versions());
    }

    private static List<TimedEvent> timed(List<NumberedEvent> events) {
        var changes = new ArrayList<TimedEvent>(events.size());
        for (var numbered : events) {
            var event = numbered.event();
            if (event != null) {
                changes.add(new TimedEvent(event, numbered.time()));
            }
        }
        return changes;
    }

    private static Map<String, List<NumberedEvent>> byTenant(List<NumberedEvent> events) {
        var byTenant = new TreeMap<String, List<NumberedEvent>>();
        for (var event : events) {
            byTenant.computeIfAbsent(event.tenantId(), tenant -> new ArrayList<>()).add(event);
        }
        return byTenant;
    }
}
