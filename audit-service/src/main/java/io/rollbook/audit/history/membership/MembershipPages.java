package io.rollbook.audit.history.membership;

import io.rollbook.audit.history.page.Page;
import io.rollbook.audit.history.page.Place;

import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Intervals of one group, or of one member, in the order of the other side's id. Each page looks at
 * no more than {@value #SCAN} of them, out of an index alone; then at the rows that it shows.
 */
public final class MembershipPages {

    /** What one page may look at. A group with a longer history takes more pages. */
    public static final int SCAN = 100_000;

    static final String MEMBERS =
            """
            with scanned as (
                select member_id, from_number, to_number from history_membership
                where tenant = ? and group_id = ? and (member_id, from_number) > (?, ?)
                order by member_id, from_number limit ?),
            found as (
                select member_id, from_number from scanned
                where from_number <= ? and (to_number is null or to_number > ?) limit ?)
            select m.* from found f cross join lateral (
                select * from history_membership where tenant = ? and group_id = ?
                    and member_id = f.member_id and from_number = f.from_number offset 0) as m
            """;
    private static final String LAST_SCANNED_MEMBER =
            """
            select member_id, from_number from history_membership
            where tenant = ? and group_id = ? and (member_id, from_number) > (?, ?)
            order by member_id, from_number offset ? limit 1
            """;
    static final String GROUPS =
            """
            with scanned as (
                select group_id, from_number, to_number from history_membership
                where tenant = ? and member_id = ? and (group_id, from_number) > (?, ?)
                order by group_id, from_number limit ?),
            found as (
                select group_id, from_number from scanned s
                where from_number <= ? and (to_number is null or to_number > ?)
                    and not exists (select 1 from history_resource
                        where tenant = ? and id = s.group_id and deleted_number <= ?)
                limit ?)
            select m.* from found f cross join lateral (
                select * from history_membership where tenant = ? and group_id = f.group_id
                    and member_id = ? and from_number = f.from_number offset 0) as m
            """;
    private static final String LAST_SCANNED_GROUP =
            """
            select group_id, from_number from history_membership
            where tenant = ? and member_id = ? and (group_id, from_number) > (?, ?)
            order by group_id, from_number offset ? limit 1
            """;
    private static final String EVERY_GROUP =
            """
            select * from history_membership
            where tenant = ? and member_id = ? and (group_id, from_number) > (?, ?)
                and from_number <= ?
            order by group_id, from_number limit ?
            """;

    private final JdbcTemplate transaction;
    private final String tenant;
    private final int scan;

    /**
     * @param scan how many intervals a page may look at
     */
    public MembershipPages(JdbcTemplate transaction, String tenant, int scan) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.scan = scan;
    }

    /** Who was in a group that was there. */
    public Page<Membership> members(String group, long number, Place after, int count) {
        var rows =
                transaction.query(
                        MEMBERS,
                        MembershipPages::read,
                        tenant,
                        group,
                        after.id(),
                        after.number(),
                        scan,
                        number,
                        number,
                        count + 1,
                        tenant,
                        group);
        return page(rows, count, LAST_SCANNED_MEMBER, group, after, true);
    }

    /** In which groups a user or group was directly, of those that were there. */
    public Page<Membership> groups(String member, long number, Place after, int count) {
        var rows =
                transaction.query(
                        GROUPS,
                        MembershipPages::read,
                        tenant,
                        member,
                        after.id(),
                        after.number(),
                        scan,
                        number,
                        number,
                        tenant,
                        number,
                        count + 1,
                        tenant,
                        member);
        return page(rows, count, LAST_SCANNED_GROUP, member, after, false);
    }

    /** Each time that somebody was in a group, up to an event. */
    public Page<Membership> timeline(String member, long number, Place after, int count) {
        var rows =
                transaction.query(
                        EVERY_GROUP,
                        MembershipPages::read,
                        tenant,
                        member,
                        after.id(),
                        after.number(),
                        number,
                        count + 1);
        boolean more = rows.size() > count;
        var shown = more ? rows.subList(0, count) : rows;
        return new Page<>(shown, more ? placeOf(shown.getLast(), after.phase(), false) : null);
    }

    private Page<Membership> page(
            List<Membership> rows,
            int count,
            String lastScanned,
            String fixed,
            Place after,
            boolean byMember) {
        if (rows.size() > count) {
            var shown = rows.subList(0, count);
            return new Page<>(shown, placeOf(shown.getLast(), after.phase(), byMember));
        }
        var next =
                transaction.query(
                        lastScanned,
                        (row, index) -> new Place(after.phase(), row.getString(1), row.getLong(2)),
                        tenant,
                        fixed,
                        after.id(),
                        after.number(),
                        scan - 1);
        return new Page<>(rows, next.isEmpty() ? null : next.getFirst());
    }

    private static Place placeOf(Membership last, int phase, boolean byMember) {
        return new Place(phase, byMember ? last.memberId() : last.groupId(), last.number());
    }

    public static Membership read(ResultSet row, int index) throws SQLException {
        var until = row.getObject("valid_to", OffsetDateTime.class);
        return new Membership(
                row.getString("group_id"),
                row.getString("member_id"),
                row.getString("member_type"),
                row.getLong("from_number"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                row.getObject("to_number", Long.class),
                until == null ? null : until.toInstant());
    }
}
