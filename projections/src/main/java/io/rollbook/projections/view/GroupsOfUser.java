package io.rollbook.projections.view;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.document.StoredForm;
import io.rollbook.scim.canonical.ReferenceArray;
import io.rollbook.scim.schema.ResourceType;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The groups that a user is in, directly or through other groups. Groups that contain each other in
 * a circle are each found once.
 */
record GroupsOfUser(ResourceType group) implements Relation {

    /** {@code offset 0} keeps each step a look-up by index, whatever the statistics say. */
    private static final String CONTAINING =
            """
            with recursive containing (group_id, direct) as (
                select m.group_id, true from membership m where m.tenant = ? and m.member_id = r.id
                union
                select m.group_id, false
                from containing c cross join lateral (
                    select n.group_id from membership n
                    where n.tenant = ? and n.member_id = c.group_id offset 0) m),
            found as (
                select g.id, g.created, g.display, g.search, c.type
                from (
                    select group_id, case when bool_or(direct) then 'direct' else 'indirect' end
                    from containing group by group_id) c (group_id, type)
                cross join lateral (
                    select * from groups n where n.tenant = ? and n.id = c.group_id offset 0) g)
            """;

    @Override
    public String attribute() {
        return "groups";
    }

    @Override
    public Sql references(String tenantId) {
        return containing(tenantId)
                .then(
                        """
                        select array_agg(x.id) as ids, array_agg(x.type) as types,
                               array_agg(x.display) as displays
                        from (select * from found order by created, id) x
                        """);
    }

    @Override
    public Sql elements(String tenantId) {
        return containing(tenantId)
                .then(
                        """
                        select jsonb_strip_nulls(jsonb_build_object(
                            'value', lower(id),
                            'type', type,
                            '$ref', ? || ? || '/' || id,
                            'display', search -> 'displayName'))
                        from found
                        """,
                        StoredForm.BASE_URI,
                        group.endpoint());
    }

    @Override
    public Sql first(String tenantId) {
        return elements(tenantId).then(" order by created, id limit 1");
    }

    @Override
    public Sql elements(String tenantId, String value) {
        return elements(tenantId).then(" where id = ?", value);
    }

    @Override
    public Sql holders(String tenantId, String value) {
        return contained(
                tenantId,
                Sql.of(
                        """
                        select m.member_id from membership m where m.tenant = ? and m.group_id = ?
                        """,
                        tenantId,
                        value));
    }

    @Override
    public Optional<Sql> holdersOfNamed(String tenantId, Sql named) {
        var members =
                Sql.of("select m.member_id from groups n cross join lateral (")
                        .then(
                                """
                                select o.member_id from membership o
                                where o.tenant = ? and o.group_id = n.id offset 0) m
                                where n.tenant = ? and
                                """,
                                tenantId,
                                tenantId)
                        .then(named);
        return Optional.of(contained(tenantId, members));
    }

    /** These and everything that is in them. */
    private static Sql contained(String tenantId, Sql members) {
        return members.within("with recursive contained (id) as (", " union ")
                .then(
                        """
                            select m.member_id
                            from contained c cross join lateral (
                                select n.member_id from membership n
                                where n.tenant = ? and n.group_id = c.id offset 0) m)
                        select id from contained
                        """,
                        tenantId);
    }

    @Override
    public Optional<Sql> count(String tenantId) {
        return Optional.empty();
    }

    @Override
    public void show(ReferenceArray array, String id, String type, @Nullable String display) {
        array.add(group, id, display, type);
    }

    private static Sql containing(String tenantId) {
        return Sql.of(CONTAINING, tenantId, tenantId, tenantId);
    }
}
