package io.rollbook.projections.directory;

import io.rollbook.contract.group.GroupEvent;
import io.rollbook.contract.user.UserEvent;
import io.rollbook.projections.database.RoundTrip;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.directory.fold.DirectoryFold;
import io.rollbook.projections.directory.fold.ResourceFold;
import io.rollbook.projections.directory.fold.TimedEvent;

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
    private final CatalogRows catalogs;

    public DirectoryRows(Tables tables) {
        this.users = new ResourceTable(tables, "users");
        this.groups = new ResourceTable(tables, "groups");
        this.membership = new MembershipRows(tables);
        this.catalogs = new CatalogRows(tables);
    }

    /** What is stored of what the events change, before them. */
    public static final class Before {

        private final Supplier<TenantSchemas> schemas;
        private final Supplier<ResourceFold> users;
        private final Supplier<ResourceFold> groups;

        private Before(
                Supplier<TenantSchemas> schemas,
                Supplier<ResourceFold> users,
                Supplier<ResourceFold> groups) {
            this.schemas = schemas;
            this.users = users;
            this.groups = groups;
        }
    }

    /** Asks for what the events change, as it is before them; there when the round trip is over. */
    public Before load(RoundTrip reads, String tenantId, List<TimedEvent> events) {
        // First, because what comes after is read with it.
        var schemas = catalogs.load(reads, tenantId);
        return new Before(
                schemas,
                users.fold(
                        reads,
                        tenantId,
                        () -> schemas.get().catalog().user(),
                        userVersions(events).keySet()),
                groups.fold(
                        reads,
                        tenantId,
                        () -> schemas.get().catalog().group(),
                        groupVersions(events).keySet()));
    }

    /**
     * @param before what was loaded for these events
     * @param events in their order, none applied before
     */
    public DirectoryChange apply(
            RoundTrip writes, String tenantId, Before before, List<TimedEvent> events) {
        var schemas = catalogs.apply(writes, tenantId, before.schemas.get(), events);
        var catalog = schemas.catalog();
        var fold = new DirectoryFold(before.users.get(), before.groups.get());
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
        if (schemas.version() != before.schemas.get().version()) {
            versions.put(tenantId, schemas.version());
        }
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
