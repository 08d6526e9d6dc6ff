package io.rollbook.projections.directory;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.directory.fold.MembershipDelta;
import io.rollbook.projections.directory.fold.MembershipDelta.Edge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** Writes memberships, and the tombstones that keep late ones out. */
final class MembershipRows {

    private final String join;
    private final String leave;
    private final String leaveAll;
    private final String bury;

    MembershipRows(Tables tables) {
        join =
                tables.in(
                        """
                        insert into {membership} (tenant, group_id, member_id, type)
                        select ?, e.group_id, e.member_id, e.type
                        from unnest(?, ?, ?) as e (group_id, member_id, type)
                        where not exists (
                            select 1 from {tombstones} t
                            where t.tenant = ? and t.id in (e.group_id, e.member_id))
                        on conflict do nothing
                        """);
        leave =
                tables.in(
                        """
                        delete from {membership} m
                        using unnest(?, ?) as e (group_id, member_id)
                        where m.tenant = ? and m.group_id = e.group_id and m.member_id = e.member_id
                        """);
        leaveAll =
                tables.in(
                        """
                        delete from {membership}
                        where tenant = ? and (group_id = any (?) or member_id = any (?))
                        """);
        bury =
                tables.in(
                        """
                        insert into {tombstones} (tenant, id, version)
                        select ?, e.id, e.version from unnest(?, ?) as e (id, version)
                        on conflict do nothing
                        """);
    }

    void write(Connection connection, String tenantId, MembershipDelta delta) throws SQLException {
        bury(connection, tenantId, delta.deleted());
        leave(connection, tenantId, delta.left());
        join(connection, tenantId, delta.joined());
    }

    private void bury(Connection connection, String tenantId, Map<String, Long> versions)
            throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        var ids = versions.keySet().toArray(String[]::new);
        Sql.of(bury, tenantId, ids, versions.values().toArray(Long[]::new)).update(connection);
        Sql.of(leaveAll, tenantId, ids, ids).update(connection);
    }

    private void leave(Connection connection, String tenantId, Collection<Edge> edges)
            throws SQLException {
        if (edges.isEmpty()) {
            return;
        }
        Sql.of(leave, groups(edges), members(edges), tenantId).update(connection);
    }

    private void join(Connection connection, String tenantId, Map<Edge, String> types)
            throws SQLException {
        if (types.isEmpty()) {
            return;
        }
        var edges = types.keySet();
        var typesInOrder = types.values().toArray(String[]::new);
        Sql.of(join, tenantId, groups(edges), members(edges), typesInOrder, tenantId)
                .update(connection);
    }

    private static String[] groups(Collection<Edge> edges) {
        return edges.stream().map(Edge::groupId).toArray(String[]::new);
    }

    private static String[] members(Collection<Edge> edges) {
        return edges.stream().map(Edge::memberId).toArray(String[]::new);
    }
}
