package io.rollbook.benchmarks.history;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.TenantScope;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.history.record.HistoryWriter;
import io.rollbook.contract.Actor;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.Cause;
import io.rollbook.contract.EventEnvelope;
import io.rollbook.contract.EventType;
import io.rollbook.contract.PublishedEvent;
import io.rollbook.contract.Topics;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.Member;
import io.rollbook.contract.user.UserCreated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One group: 100,000 users join by the thousand, from the last id on, then one at a time leaves,
 * and comes back with its next turn, until there were a million changes. A second lies between two
 * events.
 */
final class LongHistory {

    static final String TENANT = "bench";
    static final String GROUP = "group";
    static final int MEMBERS = 100_000;
    static final int CHANGES = 1_000_000;
    static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");

    private static final int BATCH = 2_000;
    private static final int AT_ONCE = 1_000;

    private final LogDatabase database;
    private final List<LoggedEvent> batch = new ArrayList<>();
    private final boolean[] in = new boolean[MEMBERS];
    private long number;
    private long nanos;

    LongHistory(LogDatabase database) {
        this.database = database;
    }

    static String user(int index) {
        return "user-%06d".formatted(index);
    }

    static Instant time(long number) {
        return BEGINNING.plus(Duration.ofSeconds(number));
    }

    /** Writes all of it; the number of the last event. */
    long write() {
        for (int i = 0; i < MEMBERS; i++) {
            var attributes = Map.<String, Object>of("userName", user(i), "active", true);
            add(EventType.USER_CREATED_1, new UserCreated(user(i), 1, attributes, cause()));
        }
        add(
                EventType.GROUP_CREATED_1,
                new GroupCreated(GROUP, 1, Map.of("displayName", "Everybody"), cause()));
        for (int first = MEMBERS - AT_ONCE; first >= 0; first -= AT_ONCE) {
            var joining = new ArrayList<Member>();
            for (int i = first; i < first + AT_ONCE; i++) {
                joining.add(new Member(user(i), "User"));
                in[i] = true;
            }
            change(joining, List.of());
        }
        var random = new Random(1);
        for (int i = MEMBERS; i < CHANGES; i++) {
            int who = random.nextInt(MEMBERS);
            if (in[who]) {
                change(List.of(), List.of(user(who)));
            } else {
                change(List.of(new Member(user(who), "User")), List.of());
            }
            in[who] = !in[who];
        }
        flush();
        return number;
    }

    /** Seconds that the writing took, without what made the events. */
    double seconds() {
        return nanos / 1e9;
    }

    private void change(List<Member> joining, List<String> leaving) {
        add(
                EventType.GROUP_MEMBERSHIP_CHANGED_1,
                new GroupMembershipChanged(GROUP, 2, joining, leaving, cause()));
    }

    private static Cause cause() {
        var actor = new Actor(ActorKind.CONNECTION, "entra", "token");
        return new Cause("request", 0, actor, BEGINNING, null);
    }

    private void add(EventType type, PublishedEvent event) {
        number++;
        var envelope =
                new EventEnvelope(
                        "event-" + number,
                        type,
                        TENANT,
                        number,
                        number,
                        "/",
                        time(number),
                        1,
                        "request",
                        null);
        batch.add(LoggedEvent.of(envelope, event, null));
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        long began = System.nanoTime();
        long last = number;
        database.write(
                rows -> {
                    TenantScope.enter(rows, TENANT);
                    new HistoryWriter(rows, TENANT, time(last)).add(batch);
                    return rows.update(
                            "insert into applied (tenant, topic, number) values (?, ?, ?)"
                                    + " on conflict (tenant, topic) do update set number ="
                                    + " excluded.number",
                            TENANT,
                            Topics.DIRECTORY,
                            last);
                });
        nanos += System.nanoTime() - began;
        batch.clear();
    }
}
