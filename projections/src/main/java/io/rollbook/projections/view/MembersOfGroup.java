package io.rollbook.projections.view;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.document.StoredForm;
import io.rollbook.scim.canonical.ReferenceArray;
import io.rollbook.scim.schema.SchemaCatalog;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** A group's members: users and groups. */
record MembersOfGroup(SchemaCatalog catalog) implements Relation {

    @Override
    public String attribute() {
        return "members";
    }

    /**
     * Each name is looked up by itself, so that the cost depends on the number of members alone.
     */
    @Override
    public Sql references(String tenantId) {
        return Sql.of(
                """
                select array_agg(x.member_id) as ids, array_agg(x.type) as types,
                       array_agg(x.display) as displays
                from (
                    select m.member_id, m.type,
                        case m.type
                            when 'User' then (
                                select u.display from users u
                                where u.tenant = ? and u.id = m.member_id)
                            else (
                                select g.display from groups g
                                where g.tenant = ? and g.id = m.member_id)
                        end as display
                    from membership m
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
                    'display', case m.type
                        when 'User' then (
                            select u.search -> 'displayName' from users u
                            where u.tenant = ? and u.id = m.member_id)
                        else (
                            select g.search -> 'displayName' from groups g
                            where g.tenant = ? and g.id = m.member_id)
                        end))
                from membership m
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
    public Sql first(String tenantId) {
        return elements(tenantId).then(" order by m.member_id limit 1");
    }

    @Override
    public Sql elements(String tenantId, String value) {
        return elements(tenantId).then(" and m.member_id = ?", value);
    }

    @Override
    public Sql holders(String tenantId, String value) {
        return Sql.of(
                "select m.group_id from membership m where m.tenant = ? and m.member_id = ?",
                tenantId,
                value);
    }

    @Override
    public Optional<Sql> holdersOfNamed(String tenantId, Sql named) {
        return Optional.empty();
    }

    @Override
    public Optional<Sql> count(String tenantId) {
        return Optional.of(
                Sql.of(
                        "select count(*) from membership m where m.tenant = ? and m.group_id ="
                                + " r.id",
                        tenantId));
    }

    @Override
    public void show(ReferenceArray array, String id, String type, @Nullable String display) {
        var target = type.equals(catalog.group().name()) ? catalog.group() : catalog.user();
        array.add(target, id, display, type);
    }
}
