package io.rollbook.projections.directory;

import io.rollbook.contract.group.GroupEvent;
import io.rollbook.contract.user.UserEvent;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.directory.fold.DirectoryFold;
import io.rollbook.projections.directory.fold.TimedEvent;
import io.rollbook.scim.schema.SchemaCatalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Applies events of one tenant to its rows: reads the rows that they change, folds all events in
 * memory, writes each row once. Thread-safe; the transaction and the tenant's scope are the
 * caller's.
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

    /**
     * @param events in their order, none applied before
     */
    public DirectoryChange apply(Connection connection, String tenantId, List<TimedEvent> events)
            throws SQLException {
        var userIds = new LinkedHashSet<String>();
        var groupIds = new LinkedHashSet<String>();
        var versions = new HashMap<String, Long>();
        for (var timed : events) {
            if (timed.event() instanceof UserEvent user) {
                userIds.add(user.userId());
                versions.put(user.userId(), user.version());
            } else if (timed.event() instanceof GroupEvent group) {
                groupIds.add(group.groupId());
                versions.put(group.groupId(), group.version());
            }
        }
        var catalog = SchemaCatalog.standard();
        var fold =
                new DirectoryFold(
                        users.fold(connection, tenantId, catalog.user(), userIds),
                        groups.fold(connection, tenantId, catalog.group(), groupIds));
        for (var timed : events) {
            // As it is shown, so that a filter by what was shown finds it.
            fold.apply(timed.event(), timed.time().truncatedTo(ChronoUnit.MILLIS));
        }
        long usersMore =
                users.write(connection, tenantId, catalog.user(), fold.users().transitions());
        long groupsMore =
                groups.write(connection, tenantId, catalog.group(), fold.groups().transitions());
        membership.write(connection, tenantId, fold.membership());
        return new DirectoryChange(usersMore, groupsMore, versions);
    }
}
