package io.rollbook.projections.apply;

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
                    // In one order in all instances, so that none waits for the other in a circle.
                    for (var tenant : byTenant(batch.events()).entrySet()) {
                        applied.add(apply(connection, tenant.getKey(), tenant.getValue()));
                    }
                    offsets.save(connection, batch.topic(), batch.nextOffsets());
                    return applied;
                });
    }

    /** By partition, from where the topic is to be read on; none for one that nothing came from. */
    public Map<Integer, Long> storedOffsets(String topic) {
        return transactions.run(connection -> offsets.load(connection, topic));
    }

    private AppliedEvents apply(Connection connection, String tenantId, List<NumberedEvent> events)
            throws SQLException {
        long applied = progress.lock(connection, tenantId);
        var outstanding = TenantProgress.outstanding(applied, events);
        if (outstanding.isEmpty()) {
            return new AppliedEvents(tenantId, List.of(), Map.of());
        }
        DirectoryChange change = directory.apply(connection, tenantId, changes(outstanding));
        progress.advance(
                connection,
                tenantId,
                outstanding.getLast().number(),
                change.usersMore(),
                change.groupsMore());
        return new AppliedEvents(tenantId, outstanding, change.versions());
    }

    private static List<TimedEvent> changes(List<NumberedEvent> events) {
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
