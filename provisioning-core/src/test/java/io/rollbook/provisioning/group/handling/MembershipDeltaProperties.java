package io.rollbook.provisioning.group.handling;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.group.event.GroupEvent;
import io.rollbook.provisioning.group.event.GroupMembershipChanged;
import io.rollbook.provisioning.group.event.Member;
import io.rollbook.provisioning.group.event.MemberType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class MembershipDeltaProperties {

    /** Whatever comes and goes in one request: the events lead from the first state to the last. */
    @Property(tries = 300)
    void eventsAreTheDifferenceBetweenBeforeAndAfter(
            @ForAll @Size(max = 8) Set<@IntRange(max = 9) Integer> before,
            @ForAll @Size(max = 30) List<@IntRange(min = -9, max = 9) Integer> steps) {
        var present = ids(before);
        var delta = new MembershipDelta();
        for (int step : steps) {
            String id = "m" + Math.abs(step);
            if (step < 0 && present.remove(id)) {
                delta.left(List.of(id));
            } else if (step >= 0 && present.add(id)) {
                delta.joined(List.of(user(id)));
            }
        }

        var events = delta.toEvents("group");

        var replayed = ids(before);
        for (GroupEvent event : events) {
            var change = (GroupMembershipChanged) event;
            change.added().forEach(member -> assertThat(replayed.add(member.value())).isTrue());
            change.removed().forEach(member -> assertThat(replayed.remove(member)).isTrue());
        }
        assertThat(replayed).isEqualTo(present);
        assertThat(events.isEmpty()).isEqualTo(present.equals(ids(before)));
    }

    @Property(tries = 50)
    void eventsAreAsFewAsTheirBoundAllows(
            @ForAll @IntRange(max = 3_500) int joining,
            @ForAll @IntRange(max = 3_500) int leaving) {
        var delta = new MembershipDelta();
        delta.joined(IntStream.range(0, joining).mapToObj(i -> user("in" + i)).toList());
        delta.left(IntStream.range(0, leaving).mapToObj(i -> "out" + i).toList());

        var sizes =
                delta.toEvents("group").stream()
                        .map(GroupMembershipChanged.class::cast)
                        .map(change -> change.added().size() + change.removed().size())
                        .toList();

        assertThat(sizes).allMatch(size -> size > 0 && size <= 1_000);
        assertThat(sizes).hasSize((joining + leaving + 999) / 1_000);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(joining + leaving);
    }

    private static Set<String> ids(Set<Integer> numbers) {
        return numbers.stream().map(i -> "m" + i).collect(Collectors.toCollection(HashSet::new));
    }

    private static Member user(String id) {
        return new Member(id, MemberType.USER);
    }
}
