package io.rollbook.projections.directory.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.contract.group.Member;
import io.rollbook.projections.directory.fold.MembershipDelta.Edge;

import org.junit.jupiter.api.Test;

import java.util.List;

class MembershipDeltaTest {

    private static final Edge EDGE = new Edge("g", "u");

    private final MembershipDelta delta = new MembershipDelta();

    @Test
    void lastWordCounts() {
        join();
        leave();
        assertThat(delta.joined()).isEmpty();
        assertThat(delta.left()).containsExactly(EDGE);

        join();
        assertThat(delta.joined()).containsOnlyKeys(EDGE);
        assertThat(delta.left()).isEmpty();
    }

    @Test
    void deletedMemberNeverJoinsBeforeOrAfter() {
        join();
        delta.deleted("u", 3);
        assertThat(delta.joined()).isEmpty();

        join();
        assertThat(delta.joined()).isEmpty();
        assertThat(delta.deleted()).containsEntry("u", 3L);
    }

    @Test
    void deletedGroupHasNoMembers() {
        join();
        delta.deleted("g", 3);

        assertThat(delta.joined()).isEmpty();
    }

    private void join() {
        delta.joined("g", List.of(new Member("u", "User")));
    }

    private void leave() {
        delta.left("g", List.of("u"));
    }
}
