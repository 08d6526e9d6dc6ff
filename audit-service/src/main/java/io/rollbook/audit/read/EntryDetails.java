package io.rollbook.audit.read;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What belongs to the entries of a page, read for all of them at once. */
final class EntryDetails {

    /** An entry may have a hundred thousand; the rest has pages of its own. */
    static final int MEMBERS_SHOWN = 100;

    private static final String EVENTS =
            """
            select entry_position, id, type, topic, number, version, recorded_at,
                members_added, members_removed
            from entry_event
            where tenant = ? and entry_position = any (?)
            order by entry_position, number
            """;
    private static final String CHANGES =
            """
            select entry_position, path, old_value, new_value
            from entry_change
            where tenant = ? and entry_position = any (?)
            order by entry_position, number, ordinal
            """;
    private static final String MEMBERS =
            """
            select m.entry_position, m.number, m.ordinal, m.member_id, m.member_type, m.joined
            from unnest(?) as page (position)
            cross join lateral (
                select * from entry_member
                where tenant = ? and entry_position = page.position
                order by number, ordinal
                limit ?) m
            order by m.entry_position, m.number, m.ordinal
            """;
    private static final String MORE_MEMBERS =
            """
            select entry_position, number, ordinal, member_id, member_type, joined
            from entry_member
            where tenant = ? and entry_position = ? and (number, ordinal) > (?, ?)
            order by number, ordinal
            limit ?
            """;

    private final JdbcTemplate transaction;
    private final String tenant;

    EntryDetails(JdbcTemplate transaction, String tenant) {
        this.transaction = transaction;
        this.tenant = tenant;
    }

    List<Entry> of(List<EntryRow> heads) {
        var positions = heads.stream().map(EntryRow::position).toArray(Long[]::new);
        var events =
                byEntry(
                        transaction.query(EVENTS, Rows::event, tenant, positions),
                        EventRow::entryPosition);
        var changes =
                byEntry(
                        transaction.query(CHANGES, Rows::change, tenant, positions),
                        ChangeRow::entryPosition);
        var members =
                byEntry(
                        transaction.query(MEMBERS, Rows::member, positions, tenant, MEMBERS_SHOWN),
                        MemberRow::entryPosition);
        return heads.stream()
                .map(
                        head ->
                                new Entry(
                                        head,
                                        events.getOrDefault(head.position(), List.of()),
                                        changes.getOrDefault(head.position(), List.of()),
                                        members.getOrDefault(head.position(), List.of())))
                .toList();
    }

    List<MemberRow> members(EntryRow head, MemberCursor after, int rows) {
        return transaction.query(
                MORE_MEMBERS,
                Rows::member,
                tenant,
                head.position(),
                after.number(),
                after.ordinal(),
                rows);
    }

    private static <T> Map<Long, List<T>> byEntry(List<T> rows, ToLongFunction<T> position) {
        return rows.stream().collect(Collectors.groupingBy(position::applyAsLong));
    }
}
