package io.rollbook.projections.directory;

import io.rollbook.projections.database.RoundTrip;
import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.directory.fold.MembershipDelta;
import io.rollbook.projections.directory.fold.MembershipDelta.Edge;

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

    void write(RoundTrip writes, String tenantId, MembershipDelta delta) {
        bury(writes, tenantId, delta.deleted());
        leave(writes, tenantId, delta.left());
        join(writes, tenantId, delta.joined());
    }

    private void bury(RoundTrip writes, String tenantId, Map<String, Long> versions) {
        if (versions.isEmpty()) {
            return;
        }
        var ids = versions.keySet().toArray(String[]::new);
        writes.add(Sql.of(bury, tenantId, ids, versions.values().toArray(Long[]::new)));
        writes.add(Sql.of(leaveAll, tenantId, ids, ids));
    }

    private void leave(RoundTrip writes, String tenantId, Collection<Edge> edges) {
        if (edges.isEmpty()) {
            return;
        }
        writes.add(Sql.of(leave, groups(edges), members(edges), tenantId));
    }

    private void join(RoundTrip writes, String tenantId, Map<Edge, String> types) {
        if (types.isEmpty()) {
            return;
        }
        var edges = types.keySet();
        var typesInOrder = types.values().toArray(String[]::new);
        writes.add(Sql.of(join, tenantId, groups(edges), members(edges), typesInOrder, tenantId));
    }

    private static String[] groups(Collection<Edge> edges) {
        return edges.stream().map(Edge::groupId).toArray(String[]::new);
    }

    private static String[] members(Collection<Edge> edges) {
        return edges.stream().map(Edge::memberId).toArray(String[]::new);
    }
}
