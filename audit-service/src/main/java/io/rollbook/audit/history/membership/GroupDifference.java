package io.rollbook.audit.history.membership;

import io.rollbook.audit.history.page.Page;
import io.rollbook.audit.history.page.Place;
import io.rollbook.audit.history.resource.Life;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.List;

/**
 * Which members one group has at the later of two events and not at the earlier, then the other way
 * round. Costs what happened in between, whatever happened before and after: intervals are found by
 * the event that they began or ended with. Who left and came back in between is not shown.
 */
public final class GroupDifference {

    static final String JOINED =
            """
            with scanned as (
                select from_number as at_number, member_id, to_number from history_membership
                where tenant = ? and group_id = ? and from_number > ? and from_number <= ?
                    and (from_number, member_id) > (?, ?)
                order by from_number, member_id limit ?)
            select at_number, member_id from scanned s
            where (to_number is null or to_number > ?) and not exists (
                select 1 from (select to_number as ended from history_membership
                    where tenant = ? and group_id = ? and member_id = s.member_id
                        and from_number <= ?
                    order by from_number desc limit 1) as earlier
                where ended is null or ended > ?)
            order by at_number, member_id limit ?
            """;
    private static final String JOINED_SCANNED =
            """
            select from_number, member_id from history_membership
            where tenant = ? and group_id = ? and from_number > ? and from_number <= ?
                and (from_number, member_id) > (?, ?)
            order by from_number, member_id offset ? limit 1
            """;
    static final String LEFT =
            """
            with scanned as (
                select to_number as at_number, member_id, from_number from history_membership
                where tenant = ? and group_id = ? and to_number > ? and to_number <= ?
                    and (to_number, member_id) > (?, ?)
                order by to_number, member_id limit ?)
            select at_number, member_id from scanned s
            where from_number <= ? and not exists (
                select 1 from (select to_number as ended from history_membership
                    where tenant = ? and group_id = ? and member_id = s.member_id
                        and from_number <= ?
                    order by from_number desc limit 1) as later
                where ended is null or ended > ?)
            order by at_number, member_id limit ?
            """;
    private static final String LEFT_SCANNED =
            """
            select to_number, member_id from history_membership
            where tenant = ? and group_id = ? and to_number > ? and to_number <= ?
                and (to_number, member_id) > (?, ?)
            order by to_number, member_id offset ? limit 1
            """;
    private static final String BEGUN =
            """
            select m.* from unnest(?, ?) with ordinality as f (at_number, member_id, place)
            cross join lateral (
                select * from history_membership where tenant = ? and group_id = ?
                    and member_id = f.member_id and from_number = f.at_number
                offset 0) as m
            order by f.place
            """;
    private static final String ENDED =
            """
            select m.* from unnest(?, ?) with ordinality as f (at_number, member_id, place)
            cross join lateral (
                select * from history_membership where tenant = ? and group_id = ?
                    and member_id = f.member_id and to_number = f.at_number
                offset 0) as m
            order by f.place
            """;

    private static final int JOINING = 0;
    private static final int LEAVING = 1;
    private static final int GONE = 2;

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Life group;
    private final long from;
    private final long to;
    private final int scan;

    public GroupDifference(
            JdbcTemplate transaction, String tenant, Life group, long from, long to, int scan) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.group = group;
        this.from = from;
        this.to = to;
        this.scan = scan;
    }

    public Page<Shift> page(Place after, int count) {
        if (group.at(from) == Life.State.DELETED) {
            return Page.empty();
        }
        if (group.at(to) == Life.State.DELETED) {
            return everybody(after.phase() == GONE ? after : new Place(GONE, "", 0), count);
        }
        if (after.phase() == JOINING) {
            var joined = part(true, after, count);
            if (joined.next() != null) {
                return joined;
            }
            int room = count - joined.items().size();
            var left = part(false, new Place(LEAVING, "", 0), Math.max(room, 1));
            if (room == 0) {
                return new Page<>(
                        joined.items(),
                        left.items().isEmpty() && left.next() == null
                                ? null
                                : new Place(LEAVING, "", 0));
            }
            var both = new ArrayList<>(joined.items());
            both.addAll(left.items());
            return new Page<>(both, left.next());
        }
        return part(false, after, count);
    }

    /** A group that was deleted in between lost all that it had. */
    private Page<Shift> everybody(Place after, int count) {
        var page =
                new MembershipPages(transaction, tenant, scan)
                        .members(group.id(), from, after, count);
        return new Page<>(
                page.items().stream().map(member -> new Shift(member, false)).toList(),
                page.next());
    }

    private record Found(long number, String member) {}

    private Page<Shift> part(boolean joining, Place after, int count) {
        var found = joining ? joined(after, count + 1) : left(after, count + 1);
        if (found.size() > count) {
            var shown = found.subList(0, count);
            var last = shown.getLast();
            return new Page<>(
                    rows(joining, shown), new Place(after.phase(), last.member(), last.number()));
        }
        var scanned =
                transaction.query(
                        joining ? JOINED_SCANNED : LEFT_SCANNED,
                        (row, index) -> new Place(after.phase(), row.getString(2), row.getLong(1)),
                        tenant,
                        group.id(),
                        from,
                        to,
                        after.number(),
                        after.id(),
                        scan - 1);
        return new Page<>(rows(joining, found), scanned.isEmpty() ? null : scanned.getFirst());
    }

    private List<Found> joined(Place after, int limit) {
        return transaction.query(
                JOINED,
                (row, index) -> new Found(row.getLong(1), row.getString(2)),
                tenant,
                group.id(),
                from,
                to,
                after.number(),
                after.id(),
                scan,
                to,
                tenant,
                group.id(),
                from,
                from,
                limit);
    }

    private List<Found> left(Place after, int limit) {
        return transaction.query(
                LEFT,
                (row, index) -> new Found(row.getLong(1), row.getString(2)),
                tenant,
                group.id(),
                from,
                to,
                after.number(),
                after.id(),
                scan,
                from,
                tenant,
                group.id(),
                to,
                to,
                limit);
    }

    private List<Shift> rows(boolean joining, List<Found> found) {
        return transaction
                .query(
                        joining ? BEGUN : ENDED,
                        MembershipPages::read,
                        found.stream().map(Found::number).toArray(Long[]::new),
                        found.stream().map(Found::member).toArray(String[]::new),
                        tenant,
                        group.id())
                .stream()
                .map(member -> new Shift(member, joining))
                .toList();
    }
}
