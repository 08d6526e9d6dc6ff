package io.rollbook.benchmarks.log;

import io.rollbook.contract.Actor;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.AttemptEvent;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.Cause;
import io.rollbook.contract.PublishedEvent;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.GroupUpdated;
import io.rollbook.contract.group.Member;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.TenantCreated;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserDeleted;
import io.rollbook.contract.user.UserReactivated;
import io.rollbook.contract.user.UserUpdated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The users, groups and connections of one tenant, and what happens to them. */
final class TenantLife {

    /** Gets each event with its number on its topic and the version of what it is about. */
    interface Sink {
        void accept(TenantLife tenant, PublishedEvent event, long number, long version);
    }

    private static final int CONNECTIONS = 6;
    private static final int MOST_MEMBERS = 400;

    private final String name;
    private final long salt;
    private final int mostUsers;
    private final int mostGroups;
    private final double creating;
    private final Sink sink;
    private final BitSet disabled = new BitSet();
    private final BitSet deleted = new BitSet();
    private final int[] versions;
    private final int[] groupVersions;
    private final byte[] renames;
    private final byte[] groupRenames;
    private final int[] joined;
    private final int[] left;
    private int users;
    private int groups;
    private long directory;
    private long attempts;
    private long requests;
    private int tokens;
    private Instant now = Instant.EPOCH;

    TenantLife(String name, int index, long entries, Sink sink) {
        this.name = name;
        this.salt = (index + 1L) << 40;
        this.mostUsers = (int) Math.max(20, entries / 32);
        this.mostGroups = Math.max(4, mostUsers / 50);
        this.creating = 0.5 * mostUsers / Math.max(100, entries);
        this.sink = sink;
        this.versions = new int[mostUsers];
        this.renames = new byte[mostUsers];
        this.groupVersions = new int[mostGroups];
        this.groupRenames = new byte[mostGroups];
        this.joined = new int[mostGroups];
        this.left = new int[mostGroups];
    }

    String name() {
        return name;
    }

    /** Of the last event on the topic of changes, or of attempts. */
    long last(boolean ofAttempts) {
        return ofAttempts ? attempts : directory;
    }

    String userId(int user) {
        return Names.orderedId(salt, user);
    }

    String externalId(int user) {
        return Names.randomId(salt + 1, user);
    }

    String groupId(int group) {
        return Names.orderedId(salt + 2, group);
    }

    String groupExternalId(int group) {
        return Names.randomId(salt + 3, group);
    }

    String displayName(int user) {
        return Names.display(salt + user, renames[user]);
    }

    String groupName(int group) {
        return Names.group(salt + group, groupRenames[group]);
    }

    static String connection(int index) {
        return index == 0 ? "entra" : "connection-" + index;
    }

    /** The next request; how many entries it makes. */
    int next(SplittableRandom random, Instant at, long cycle) {
        now = at;
        if (directory == 0) {
            return begin();
        }
        requests++;
        if (users < mostUsers / 2 || users < mostUsers && random.nextDouble() < creating) {
            return createUser(random);
        }
        if (groups < mostGroups / 2 || groups < mostGroups && random.nextInt(2_000) == 0) {
            return createGroup(random);
        }
        return happens(random, random.nextInt(10_000), cycle);
    }

    private int begin() {
        change(new TenantCreated(name, 1, "The tenant " + name, "entra", byAdministrator()), 1);
        for (int i = 0; i < CONNECTIONS; i++) {
            requests++;
            change(new ConnectionCreated(connection(i), 1, "Entra " + i, byAdministrator()), 1);
        }
        return 1 + CONNECTIONS;
    }

    private int happens(SplittableRandom random, int what, long cycle) {
        int user = alive(random);
        if (what < 5_600) {
            return update(random, user, List.of());
        }
        if (what < 5_700) {
            return update(random, user, List.of("urn:example:badge", "nickName"));
        }
        if (what < 6_700) {
            var attempt = Refusals.attempt("PATCH", userId(user), null, null);
            return attempted(new WriteSkipped(attempt, cause(random)));
        }
        if (what < 7_300) {
            return disableOrEnable(random, user);
        }
        if (what < 7_350) {
            return delete(random, user);
        }
        if (what < 9_200) {
            return members(random);
        }
        if (what < 9_400) {
            return renameGroup(random);
        }
        if (what < 9_402) {
            return issueToken(random);
        }
        // What fails once fails again with each cycle.
        int failing = Math.floorMod(Names.mix(cycle / 36 * 97 + what / 3), users);
        return attempted(Refusals.next(random, this, failing, cause(random)));
    }

    private int alive(SplittableRandom random) {
        int user = random.nextInt(users);
        return deleted.get(user) ? deleted.nextClearBit(user) % users : user;
    }

    private int createUser(SplittableRandom random) {
        int user = users++;
        change(
                new UserCreated(userId(user), 1, attributes(user), cause(random)),
                versions[user] = 1);
        return 1;
    }

    private Map<String, Object> attributes(int user) {
        return Map.of(
                "externalId",
                externalId(user),
                "userName",
                Names.userName(user),
                "displayName",
                displayName(user),
                "active",
                true,
                "name",
                Map.of(
                        "givenName",
                        Names.given(salt + user, 0),
                        "familyName",
                        Names.family(salt + user)),
                "emails",
                List.of(Map.of("type", "work", "primary", true, "value", Names.userName(user))));
    }

    private int createGroup(SplittableRandom random) {
        int group = groups++;
        groupVersions[group] = 1;
        var cause = cause(random);
        change(
                new GroupCreated(
                        groupId(group),
                        1,
                        Map.of(
                                "externalId",
                                groupExternalId(group),
                                "displayName",
                                groupName(group)),
                        cause),
                1);
        joins(group, 50, cause);
        return 1;
    }

    private int update(SplittableRandom random, int user, List<String> ignored) {
        var changes = new ArrayList<AttributeChange>();
        int seed = random.nextInt(1_000);
        if (seed < 30) {
            var before = displayName(user);
            renames[user]++;
            changes.add(new AttributeChange("displayName", before, displayName(user)));
        }
        changes.add(new AttributeChange("title", "Analyst " + seed % 40, "Analyst " + seed % 39));
        if (seed % 3 == 0) {
            changes.add(
                    new AttributeChange("department", "Unit " + seed % 90, "Unit " + seed % 70));
        }
        change(
                new UserUpdated(userId(user), ++versions[user], changes, cause(random, ignored)),
                versions[user]);
        return 1;
    }

    private int disableOrEnable(SplittableRandom random, int user) {
        var id = userId(user);
        int version = ++versions[user];
        disabled.flip(user);
        change(
                disabled.get(user)
                        ? new UserDeactivated(id, version, cause(random))
                        : new UserReactivated(id, version, cause(random)),
                version);
        return 1;
    }

    private int delete(SplittableRandom random, int user) {
        deleted.set(user);
        change(new UserDeleted(userId(user), ++versions[user], cause(random)), versions[user]);
        // A deleted user is taken out of a group by the system itself.
        int group = random.nextInt(groups);
        if (joined[group] - left[group] < 2) {
            return 1;
        }
        var because =
                new Cause(
                        requestId(),
                        0,
                        new Actor(ActorKind.SYSTEM, "membership", null),
                        now,
                        "deletion-" + requests);
        leaves(group, 1, because);
        return 2;
    }

    private int members(SplittableRandom random) {
        int group = random.nextInt(groups);
        int inside = joined[group] - left[group];
        if (inside > 3 && (inside >= mostMembers() || random.nextBoolean())) {
            leaves(group, 1 + random.nextInt(3), cause(random));
        } else {
            joins(group, 1 + random.nextInt(5), cause(random));
        }
        return 1;
    }

    private void joins(int group, int count, Cause cause) {
        var members = new ArrayList<Member>();
        int room = mostMembers() - (joined[group] - left[group]);
        for (int i = 0; i < Math.max(1, Math.min(count, room)); i++) {
            members.add(new Member(memberId(group, joined[group]++), "User"));
        }
        int version = ++groupVersions[group];
        change(
                new GroupMembershipChanged(groupId(group), version, members, List.of(), cause),
                version);
    }

    private void leaves(int group, int count, Cause cause) {
        var members = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            members.add(memberId(group, left[group]++));
        }
        int version = ++groupVersions[group];
        change(
                new GroupMembershipChanged(groupId(group), version, List.of(), members, cause),
                version);
    }

    private int mostMembers() {
        return Math.min(MOST_MEMBERS, mostUsers / 2);
    }

    /** Who came first goes first; so nobody is in twice. */
    private String memberId(int group, int turn) {
        return userId((group * 37 + turn) % mostUsers);
    }

    private int renameGroup(SplittableRandom random) {
        int group = random.nextInt(groups);
        var before = groupName(group);
        groupRenames[group]++;
        var change = new AttributeChange("displayName", before, groupName(group));
        int version = ++groupVersions[group];
        change(new GroupUpdated(groupId(group), version, List.of(change), cause(random)), version);
        return 1;
    }

    private int issueToken(SplittableRandom random) {
        var connection = connection(random.nextInt(CONNECTIONS));
        var token =
                new TokenIssued(
                        connection,
                        ++tokens + 1,
                        "token-" + tokens,
                        List.of("scim"),
                        "wxyz",
                        null,
                        byAdministrator());
        change(token, tokens + 1);
        return 1;
    }

    private void change(PublishedEvent event, long version) {
        sink.accept(this, event, ++directory, version);
    }

    private int attempted(AttemptEvent event) {
        sink.accept(this, event, ++attempts, 1);
        return 1;
    }

    private Cause cause(SplittableRandom random) {
        return cause(random, List.of());
    }

    /** Nine of ten come from one connection. */
    private Cause cause(SplittableRandom random, List<String> ignored) {
        int share = random.nextInt(1_000);
        int connection = share < 900 ? 0 : share < 999 ? 1 + share % 4 : 5;
        var actor =
                new Actor(ActorKind.CONNECTION, connection(connection), "token-of-" + connection);
        return new Cause(requestId(), 0, actor, now, null, ignored);
    }

    private Cause byAdministrator() {
        return new Cause(
                requestId(), 0, new Actor(ActorKind.ADMINISTRATOR, "ada", null), now, null);
    }

    private String requestId() {
        return Names.orderedId(salt + 4, requests);
    }
}
