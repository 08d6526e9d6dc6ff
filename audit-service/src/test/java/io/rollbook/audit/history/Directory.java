package io.rollbook.audit.history;

import io.rollbook.audit.fixture.Story;
import io.rollbook.contract.PublishedEvent;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupDeleted;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.GroupUpdated;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserDeleted;
import io.rollbook.contract.user.UserReactivated;
import io.rollbook.contract.user.UserUpdated;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What replaying a story's first events gives: the plain truth that the tables must equal. */
final class Directory {

    final Map<String, TreeMap<String, Object>> resources = new TreeMap<>();
    final Set<String> created = new TreeSet<>();
    final Map<String, TreeSet<String>> members = new HashMap<>();

    static Directory after(Story story, long number) {
        var directory = new Directory();
        story.told().stream()
                .filter(told -> told.envelope().sequence() <= number)
                .forEach(told -> directory.apply(told.event()));
        return directory;
    }

    private void apply(PublishedEvent event) {
        switch (event) {
            case UserCreated user -> create(user.userId(), user.attributes());
            case UserUpdated user ->
                    user.changes()
                            .forEach(
                                    change -> set(user.userId(), change.path(), change.newValue()));
            case UserDeactivated user -> set(user.userId(), "active", false);
            case UserReactivated user -> set(user.userId(), "active", true);
            case UserDeleted user -> resources.remove(user.userId());
            case GroupCreated group -> {
                create(group.groupId(), group.attributes());
                members.put(group.groupId(), new TreeSet<>());
            }
            case GroupUpdated group ->
                    group.changes()
                            .forEach(
                                    change ->
                                            set(group.groupId(), change.path(), change.newValue()));
            case GroupMembershipChanged group -> {
                var its = Objects.requireNonNull(members.get(group.groupId()));
                group.added().forEach(member -> its.add(member.value()));
                its.removeAll(group.removed());
            }
            case GroupDeleted group -> {
                resources.remove(group.groupId());
                members.remove(group.groupId());
            }
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private void create(String id, Map<String, Object> attributes) {
        created.add(id);
        resources.put(id, new TreeMap<>(attributes));
    }

    private void set(String id, String path, @Nullable Object value) {
        var attributes = Objects.requireNonNull(resources.get(id));
        if (value == null) {
            attributes.remove(path);
        } else {
            attributes.put(path, value);
        }
    }

    Set<String> membersOf(String group) {
        return members.getOrDefault(group, new TreeSet<>());
    }

    Set<String> groupsOf(String member) {
        var groups = new TreeSet<String>();
        members.forEach(
                (group, its) -> {
                    if (its.contains(member)) {
                        groups.add(group);
                    }
                });
        return groups;
    }

    static List<String> without(Set<String> all, Set<String> those) {
        return all.stream().filter(one -> !those.contains(one)).toList();
    }
}
