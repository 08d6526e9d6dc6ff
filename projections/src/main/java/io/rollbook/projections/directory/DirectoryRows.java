package io.rollbook.projections.directory;

import io.rollbook.contract.group.GroupEvent;
import io.rollbook.contract.user.UserEvent;
import io.rollbook.projections.database.RoundTrip;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.directory.fold.DirectoryFold;
import io.rollbook.projections.directory.fold.TimedEvent;
import io.rollbook.scim.schema.SchemaCatalog;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Applies events of one tenant to its rows: reads the rows that they change, folds all events in
 * memory, writes each row once. What is read and what is written goes to the database in the
 * caller's round trips. Thread-safe; the transaction and the tenant's scope are the caller's.
 */
public final class DirectoryRows {

    private final ResourceTable users;
    private final ResourceTable groups;
    private final MembershipRows membership;

    public DirectoryRows(Tables tables) {
        this.users = new ResourceTable(tables, "users");
        this.groups = new ResourceTable(tables, "groups");
        this.membership = new MembershipRows(tables);
    }

    /** Asks for what the events change, as it is before them. */
    public Supplier<DirectoryFold> load(RoundTrip reads, String tenantId, List<TimedEvent> events) {
        var catalog = SchemaCatalog.standard();
        var usersBefore =
                users.fold(reads, tenantId, catalog.user(), userVersions(events).keySet());
        var groupsBefore =
                groups.fold(reads, tenantId, catalog.group(), groupVersions(events).keySet());
        return () -> new DirectoryFold(usersBefore.get(), groupsBefore.get());
    }

    /**
     * @param fold what was loaded for these events
     * @param events in their order, none applied before
     */
    public DirectoryChange apply(
            RoundTrip writes, String tenantId, DirectoryFold fold, List<TimedEvent> events) {
        var catalog = SchemaCatalog.standard();
        for (var timed : events) {
            // As it is shown, so that a filter by what was shown finds it.
            fold.apply(timed.event(), timed.time().truncatedTo(ChronoUnit.MILLIS));
        }
        long usersMore = users.write(writes, tenantId, catalog.user(), fold.users().transitions());
        long groupsMore =
                groups.write(writes, tenantId, catalog.group(), fold.groups().transitions());
        membership.write(writes, tenantId, fold.membership());
        var versions = userVersions(events);
        versions.putAll(groupVersions(events));
        return new DirectoryChange(usersMore, groupsMore, versions);
    }

    /** The last version that the events name, by the user's id. */
    private static Map<String, Long> userVersions(List<TimedEvent> events) {
        var versions = new LinkedHashMap<String, Long>();
        for (var timed : events) {
            if (timed.event() instanceof UserEvent user) {
                versions.put(user.userId(), user.version());
            }
        }
        return versions;
    }

    private static Map<String, Long> groupVersions(List<TimedEvent> events) {
        var versions = new LinkedHashMap<String, Long>();
        for (var timed : events) {
            if (timed.event() instanceof GroupEvent group) {
                versions.put(group.groupId(), group.version());
            }
        }
        return versions;
    }
}
