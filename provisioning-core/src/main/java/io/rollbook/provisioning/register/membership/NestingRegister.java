package io.rollbook.provisioning.register.membership;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Collection;
import java.util.List;

/** Which groups are in which: the same rows as the membership register's, followed further. */
public final class NestingRegister {

    private final JdbcClient jdbc;

    public NestingRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets one transaction of a tenant at a time put groups into groups: two that each see only
     * their own half could close a cycle together.
     */
    public void lock(String tenantId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('nesting/' || ?, 0))")
                .param(tenantId)
                .query(row -> {});
    }

    /** Whether the group is one of the others or in one of them, at any depth. */
    public boolean isBelow(String tenantId, Collection<String> others, String groupId) {
        return jdbc.sql(
                        """
                        with recursive below (id) as (
                            select joining.id collate "C"
                            from unnest(?::text[]) as joining (id)
                            union
                            select nested.member
                            from below join membership_register nested
                                on nested.tenant = ? and nested.group_id = below.id
                                and nested.member_type = 'Group')
                        select exists (select from below where id = ?)
                        """)
                .param(others.toArray(String[]::new))
                .param(tenantId)
                .param(groupId)
                .query(Boolean.class)
                .single();
    }

    /** Every group that somebody is in, directly or by way of others. */
    public List<GroupOfMember> groupsOf(String tenantId, String member) {
        return jdbc.sql(
                        """
                        with recursive above (id, direct) as (
                            select group_id, true from membership_register
                            where tenant = ? and member = ?
                            union
                            select outer_group.group_id, false
                            from above join membership_register outer_group
                                on outer_group.tenant = ? and outer_group.member = above.id)
                        select above.id, named.display, bool_or(direct)
                        from above join resource_register named
                            on named.tenant = ? and named.id = above.id
                        group by above.id, named.display order by above.id
                        """)
                .params(tenantId, member, tenantId, tenantId)
                .query(
                        (row, number) ->
                                new GroupOfMember(
                                        row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }
}
