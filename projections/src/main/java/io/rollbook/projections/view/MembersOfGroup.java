package io.rollbook.projections.view;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.document.StoredForm;
import io.rollbook.scim.canonical.ReferenceArray;
import io.rollbook.scim.schema.SchemaCatalog;

import org.jspecify.annotations.Nullable;

/** A group's members: users and groups. */
record MembersOfGroup(SchemaCatalog catalog) implements Relation {

    @Override
    public String attribute() {
        return "members";
    }

    @Override
    public Sql references(String tenantId) {
        return Sql.of(
                """
                select array_agg(x.member_id) as ids, array_agg(x.type) as types,
                       array_agg(x.display) as displays
                from (
                    select m.member_id, m.type, coalesce(u.display, g.display) as display
                    from membership m
                    left join users u
                        on u.tenant = ? and u.id = m.member_id and m.type = 'User'
                    left join groups g
                        on g.tenant = ? and g.id = m.member_id and m.type = 'Group'
                    where m.tenant = ? and m.group_id = r.id
                    order by m.member_id) x
                """,
                tenantId,
                tenantId,
                tenantId);
    }

    @Override
    public Sql elements(String tenantId) {
        return Sql.of(
                """
                select jsonb_strip_nulls(jsonb_build_object(
                    'value', lower(m.member_id),
                    'type', lower(m.type),
                    '$ref', ? || case m.type when 'User' then ? else ? end || '/' || m.member_id,
                    'display', coalesce(u.search, g.search) -> 'displayName'))
                from membership m
                left join users u on u.tenant = ? and u.id = m.member_id and m.type = 'User'
                left join groups g on g.tenant = ? and g.id = m.member_id and m.type = 'Group'
                where m.tenant = ? and m.group_id = r.id
                """,
                StoredForm.BASE_URI,
                catalog.user().endpoint(),
                catalog.group().endpoint(),
                tenantId,
                tenantId,
                tenantId);
    }

    @Override
    public Sql holders(String tenantId, String value) {
        return Sql.of(
                "select m.group_id from membership m where m.tenant = ? and m.member_id = ?",
                tenantId,
                value);
    }

    @Override
    public Sql count(String tenantId) {
        return Sql.of(
                "select count(*) from membership m where m.tenant = ? and m.group_id = r.id",
                tenantId);
    }

    @Override
    public void show(ReferenceArray array, String id, String type, @Nullable String display) {
        var target = type.equals(catalog.group().name()) ? catalog.group() : catalog.user();
        array.add(target, id, display, type);
    }
}
