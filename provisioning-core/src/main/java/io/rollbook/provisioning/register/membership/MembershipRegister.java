package io.rollbook.provisioning.register.membership;

import static java.util.Objects.requireNonNull;

import io.rollbook.provisioning.group.event.Member;
import io.rollbook.provisioning.group.event.MemberType;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who is in which group. Each change says what it really changed, so that a member that was there
 * already does not join again; what a change costs depends on its own size, never on the group's.
 */
public final class MembershipRegister {

    private static final RowMapper<Member> MEMBER =
            (row, number) -> new Member(row.getString(1), MemberType.ofLabel(row.getString(2)));
    private static final RowMapper<String> ID = (row, number) -> row.getString(1);
    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    public MembershipRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds those that are not in the group yet, and names them. */
    public List<Member> join(String tenantId, String groupId, Collection<Member> members) {
        return jdbc.sql(
                        """
                        insert into membership_register (tenant, group_id, member, member_type)
                        select ?, ?, member, member_type
                        from unnest(?::text[], ?::text[]) as wanted (member, member_type)
                        on conflict do nothing returning member, member_type
                        """)
                .param(tenantId)
                .param(groupId)
                .param(members.stream().map(Member::value).toArray(String[]::new))
                .param(members.stream().map(m -> m.type().label()).toArray(String[]::new))
                .query(MEMBER)
                .list();
    }

    /** Removes those that are in the group, and names them. */
    public List<String> leave(String tenantId, String groupId, Collection<String> ids) {
        return jdbc.sql(
                        """
                        delete from membership_register
                        where tenant = ? and group_id = ? and member = any (?) returning member
                        """)
                .param(tenantId)
                .param(groupId)
                .param(ids.toArray(String[]::new))
                .query(ID)
                .list();
    }

    /** Removes all but the given ones, and names those that left. */
    public List<String> leaveAllBut(String tenantId, String groupId, Collection<String> ids) {
        return jdbc.sql(
                        """
                        delete from membership_register
                        where tenant = ? and group_id = ?
                            and not exists (
                                select from unnest(?::text[]) as kept (id) where kept.id = member)
                        returning member
                        """)
                .param(tenantId)
                .param(groupId)
                .param(ids.toArray(String[]::new))
                .query(ID)
                .list();
    }

    /** Forgets a group that is gone. */
    public void dissolve(String tenantId, String groupId) {
        jdbc.sql("delete from membership_register where tenant = ? and group_id = ?")
                .params(tenantId, groupId)
                .update();
    }

    /**
     * Hands over every member, and what is shown of it, without holding them all. Who is deleted
     * and has not left yet is not shown.
     */
    public void forEachShown(String tenantId, String groupId, Consumer<ShownMember> action) {
        try (Stream<ShownMember> members =
                jdbc
                        .sql(
                                """
                                select joined.member, joined.member_type, named.display
                                from membership_register joined
                                join resource_register named
                                    on named.tenant = joined.tenant and named.id = joined.member
                                where joined.tenant = ? and joined.group_id = ?
                                order by joined.member
                                """)
                        .withFetchSize(FETCHED_AT_ONCE)
                        .params(tenantId, groupId)
                        .query(
                                (row, number) ->
                                        new ShownMember(
                                                requireNonNull(MEMBER.mapRow(row, number)),
                                                row.getString(3)))
                        .stream()) {
            members.forEach(action);
        }
    }

    /** The groups that somebody is in directly, from one id on. */
    public List<String> groupsOf(String tenantId, String member, String after, int most) {
        return jdbc.sql(
                        """
                        select group_id from membership_register
                        where tenant = ? and member = ? and group_id > ? order by group_id limit ?
                        """)
                .params(tenantId, member, after, most)
                .query(ID)
                .list();
    }
}
