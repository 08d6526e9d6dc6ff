package io.rollbook.audit.history;

import static io.rollbook.audit.fixture.Story.cause;

import io.rollbook.audit.fixture.Story;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupDeleted;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.GroupUpdated;
import io.rollbook.contract.group.Member;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserDeleted;
import io.rollbook.contract.user.UserReactivated;
import io.rollbook.contract.user.UserUpdated;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Events as core could have published them: only what is possible happens. */
final class RandomStory {

    private final Random random;
    private final Story story;
    private int ids;

    private RandomStory(String tenant, long seed) {
        this.random = new Random(seed);
        this.story = new Story(tenant);
    }

    static Story of(String tenant, long seed, int events) {
        var telling = new RandomStory(tenant, seed);
        while (telling.story.told().size() < events) {
            telling.tellSomething();
        }
        return telling.story;
    }

    private void tellSomething() {
        var now = Directory.after(story, Long.MAX_VALUE);
        var groups = List.copyOf(now.members.keySet());
        var users =
                now.resources.keySet().stream().filter(id -> !now.members.containsKey(id)).toList();
        int dice = random.nextInt(20);
        if (users.size() < 3 || dice == 0) {
            var attributes =
                    Map.<String, Object>of(
                            "userName", "u" + random.nextInt(99), "active", random.nextBoolean());
            story.tell(new UserCreated("u-" + ids++, 1, attributes, cause("r" + ids)));
        } else if (groups.size() < 2 || dice == 1) {
            var attributes = Map.<String, Object>of("displayName", "g" + random.nextInt(99));
            story.tell(new GroupCreated("g-" + ids++, 1, attributes, cause("r" + ids)));
        } else if (dice < 5) {
            ofUser(now, pick(users), dice);
        } else if (dice == 5) {
            deleteGroup(now, pick(groups));
        } else if (dice == 6) {
            var change = new AttributeChange("displayName", null, value());
            story.tell(new GroupUpdated(pick(groups), 2, List.of(change), cause("r" + ids++)));
        } else {
            membership(now, pick(groups));
        }
    }

    private void ofUser(Directory now, String user, int dice) {
        if (dice == 2) {
            var change = new AttributeChange("title", null, value());
            story.tell(new UserUpdated(user, 2, List.of(change), cause("r" + ids++)));
        } else if (dice == 3) {
            boolean active = Boolean.TRUE.equals(now.resources.get(user).get("active"));
            story.tell(
                    active
                            ? new UserDeactivated(user, 2, cause("r" + ids++))
                            : new UserReactivated(user, 2, cause("r" + ids++)));
        } else {
            story.tell(new UserDeleted(user, 2, cause("r" + ids++)));
            leaveAll(now, user);
        }
    }

    private void deleteGroup(Directory now, String group) {
        story.tell(new GroupDeleted(group, 2, cause("r" + ids++)));
        leaveAll(now, group);
    }

    /** As the reaction does. */
    private void leaveAll(Directory before, String member) {
        for (var group : before.groupsOf(member)) {
            story.tell(
                    new GroupMembershipChanged(
                            group, 2, List.of(), List.of(member), cause("r" + ids++)));
        }
    }

    private void membership(Directory now, String group) {
        var in = now.membersOf(group);
        var joining = new ArrayList<Member>();
        var leaving = new ArrayList<String>();
        for (var id : now.resources.keySet()) {
            if (!id.equals(group) && random.nextInt(3) == 0) {
                if (in.contains(id)) {
                    leaving.add(id);
                } else {
                    joining.add(new Member(id, id.startsWith("g") ? "Group" : "User"));
                }
            }
        }
        story.tell(new GroupMembershipChanged(group, 2, joining, leaving, cause("r" + ids++)));
    }

    private @Nullable Object value() {
        return random.nextInt(4) == 0 ? null : "v" + random.nextInt(3);
    }

    private String pick(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }
}
