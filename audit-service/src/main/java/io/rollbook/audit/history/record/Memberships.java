package io.rollbook.audit.history.record;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.entry.MemberChange;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Intervals of membership, followed in memory through a batch: one statement reads the members that
 * the batch is about, one closes and one inserts. Who is in already does not join again.
 */
final class Memberships {

    private static final String OPEN =
            """
            select w.group_id, w.member_id, m.from_number
            from unnest(?, ?) as w (group_id, member_id) cross join lateral (
                select from_number, to_number from history_membership
                where tenant = ? and group_id = w.group_id and member_id = w.member_id
                order by from_number desc limit 1) as m
            where m.to_number is null
            """;
    private static final String CLOSE =
            """
            update history_membership m set to_number = u.to_number, valid_to = u.valid_to
            from unnest(?, ?, ?, ?, ?::timestamptz[])
                as u (group_id, member_id, from_number, to_number, valid_to)
            where m.tenant = ? and m.group_id = u.group_id and m.member_id = u.member_id
                and m.from_number = u.from_number
            """;
    private static final String INSERT =
            """
            insert into history_membership (tenant, group_id, member_id, member_type, from_number,
                valid_from, to_number, valid_to)
            select ?, u.* from unnest(?, ?, ?, ?, ?::timestamptz[], ?, ?::timestamptz[]) as u
            """;

    private record Key(String group, String member) {}

    private record End(long number, Instant time) {}

    private record Closing(Key key, long from, End end) {}

    /** Begun in this batch, and perhaps ended in it. */
    private static final class Begun {

        private final Key key;
        private final String type;
        private final long from;
        private final Instant since;
        private @Nullable End end;

        Begun(Key key, String type, long from, Instant since) {
            this.key = key;
            this.type = type;
            this.from = from;
            this.since = since;
        }

        @Nullable Long endNumber() {
            return end == null ? null : end.number();
        }

        @Nullable String endTime() {
            return end == null ? null : end.time().toString();
        }
    }

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Map<Key, Long> stored;
    private final Map<Key, Begun> open = new HashMap<>();
    private final List<Begun> begun = new ArrayList<>();
    private final List<Closing> closings = new ArrayList<>();

    private Memberships(JdbcTemplate transaction, String tenant, Map<Key, Long> stored) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.stored = stored;
    }

    /** As they were before the first of the events. */
    static Memberships before(JdbcTemplate transaction, String tenant, List<LoggedEvent> events) {
        var keys = new LinkedHashSet<Key>();
        for (var event : events) {
            for (var member : event.meaning().members()) {
                keys.add(key(event, member));
            }
        }
        var stored = new HashMap<Key, Long>();
        if (!keys.isEmpty()) {
            transaction.query(
                    OPEN,
                    row -> {
                        stored.put(new Key(row.getString(1), row.getString(2)), row.getLong(3));
                    },
                    keys.stream().map(Key::group).toArray(String[]::new),
                    keys.stream().map(Key::member).toArray(String[]::new),
                    tenant);
        }
        return new Memberships(transaction, tenant, stored);
    }

    private static Key key(LoggedEvent event, MemberChange member) {
        return new Key(Objects.requireNonNull(event.meaning().target().id()), member.id());
    }

    MembershipEffect follow(LoggedEvent event, long number, Instant time) {
        int joined = 0;
        int departed = 0;
        for (var member : event.meaning().members()) {
            var key = key(event, member);
            if (member.joined()) {
                joined += join(key, member, number, time) ? 1 : 0;
            } else {
                departed += leave(key, new End(number, time)) ? 1 : 0;
            }
        }
        return new MembershipEffect(joined, departed);
    }

    private boolean join(Key key, MemberChange member, long number, Instant time) {
        if (stored.containsKey(key) || open.containsKey(key)) {
            return false;
        }
        var type = Objects.requireNonNullElse(member.type(), "User");
        var interval = new Begun(key, type, number, time);
        open.put(key, interval);
        begun.add(interval);
        return true;
    }

    private boolean leave(Key key, End end) {
        var interval = open.remove(key);
        if (interval != null) {
            interval.end = end;
            return true;
        }
        var from = stored.remove(key);
        if (from != null) {
            closings.add(new Closing(key, from, end));
            return true;
        }
        return false;
    }

    void save() {
        if (!closings.isEmpty()) {
            transaction.update(
                    CLOSE,
                    closings.stream().map(each -> each.key().group()).toArray(String[]::new),
                    closings.stream().map(each -> each.key().member()).toArray(String[]::new),
                    closings.stream().map(Closing::from).toArray(Long[]::new),
                    closings.stream().map(each -> each.end().number()).toArray(Long[]::new),
                    closings.stream()
                            .map(each -> each.end().time().toString())
                            .toArray(String[]::new),
                    tenant);
        }
        if (!begun.isEmpty()) {
            transaction.update(
                    INSERT,
                    tenant,
                    begun.stream().map(each -> each.key.group()).toArray(String[]::new),
                    begun.stream().map(each -> each.key.member()).toArray(String[]::new),
                    begun.stream().map(each -> each.type).toArray(String[]::new),
                    begun.stream().map(each -> each.from).toArray(Long[]::new),
                    begun.stream().map(each -> each.since.toString()).toArray(String[]::new),
                    begun.stream().map(Begun::endNumber).toArray(Long[]::new),
                    begun.stream().map(Begun::endTime).toArray(String[]::new));
        }
    }
}
