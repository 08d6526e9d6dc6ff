package io.rollbook.audit.history.membership;

import io.rollbook.audit.history.page.Page;
import io.rollbook.audit.history.page.Place;

import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * Which groups one user, or nested group, is in at the later of two events and not at the earlier,
 * and the other way round, in the order of the groups' ids.
 */
public final class MemberDifference {

    static final String SHIFTED =
            """
            with scanned as (
                select group_id, from_number, to_number from history_membership
                where tenant = ? and member_id = ? and (group_id, from_number) > (?, ?)
                order by group_id, from_number limit ?),
            judged as (
                select s.*, r.deleted_number, r.deleted_at,
                    from_number <= ? and (to_number is null or to_number > ?)
                        and (r.deleted_number is null or r.deleted_number > ?) as before,
                    from_number <= ? and (to_number is null or to_number > ?)
                        and (r.deleted_number is null or r.deleted_number > ?) as after
                from scanned s left join lateral (select deleted_number, deleted_at
                    from history_resource where tenant = ? and id = s.group_id offset 0) as r
                    on true),
            found as (
                select * from judged j
                where before <> after and (deleted_number <= ? or not exists (
                    select 1 from history_membership where tenant = ? and member_id = ?
                        and group_id = j.group_id and from_number <> j.from_number
                        and from_number <= case when j.after then ?::bigint else ?::bigint end
                        and (to_number is null
                            or to_number > case when j.after then ?::bigint else ?::bigint end)))
                limit ?)
            select m.tenant, m.group_id, m.member_id, m.member_type, m.from_number, m.valid_from,
                coalesce(m.to_number, f.deleted_number) as to_number,
                coalesce(m.valid_to, f.deleted_at) as valid_to, f.after
            from found f cross join lateral (
                select * from history_membership where tenant = ? and group_id = f.group_id
                    and member_id = ? and from_number = f.from_number offset 0) as m
            """;
    private static final String SCANNED =
            """
            select group_id, from_number from history_membership
            where tenant = ? and member_id = ? and (group_id, from_number) > (?, ?)
            order by group_id, from_number offset ? limit 1
            """;

    private MemberDifference() {}

    public static Page<Shift> page(
            JdbcTemplate transaction,
            String tenant,
            String member,
            long from,
            long to,
            int scan,
            Place after,
            int count) {
        var rows =
                transaction.query(
                        SHIFTED,
                        MemberDifference::read,
                        tenant,
                        member,
                        after.id(),
                        after.number(),
                        scan,
                        from,
                        from,
                        from,
                        to,
                        to,
                        to,
                        tenant,
                        to,
                        tenant,
                        member,
                        from,
                        to,
                        from,
                        to,
                        count + 1,
                        tenant,
                        member);
        if (rows.size() > count) {
            var shown = rows.subList(0, count);
            var last = shown.getLast().membership();
            return new Page<>(shown, new Place(0, last.groupId(), last.number()));
        }
        var scanned =
                transaction.query(
                        SCANNED,
                        (row, index) -> new Place(0, row.getString(1), row.getLong(2)),
                        tenant,
                        member,
                        after.id(),
                        after.number(),
                        scan - 1);
        return new Page<>(rows, scanned.isEmpty() ? null : scanned.getFirst());
    }

    private static Shift read(ResultSet row, int index) throws SQLException {
        var until = row.getObject("valid_to", OffsetDateTime.class);
        return new Shift(
                new Membership(
                        row.getString("group_id"),
                        row.getString("member_id"),
                        row.getString("member_type"),
                        row.getLong("from_number"),
                        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                        row.getObject("to_number", Long.class),
                        until == null ? null : until.toInstant()),
                row.getBoolean("after"));
    }
}
