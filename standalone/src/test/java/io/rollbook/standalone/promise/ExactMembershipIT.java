package io.rollbook.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** P4: concurrent changes of one group lose no member. */
class ExactMembershipIT {

    private static final int CHANGES = 64;

    private final ScimClient scim = RunningRollbook.shared().newTenant().scim();

    @Test
    void concurrentAddsAndRemovesLeaveExactlyTheRightMembers() throws Exception {
        var users = createUsers();
        var leaving = users.subList(0, CHANGES / 2);
        var joining = users.subList(CHANGES / 2, CHANGES);
        var group = scim.post("/Groups", Bodies.group("everyone")).expect(201).id();
        var path = "/Groups/" + group;
        for (var user : leaving) {
            scim.patch(path, Bodies.addMember(user)).expect(204);
        }

        var changes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < CHANGES / 2; i++) {
            var leaver = leaving.get(i);
            var joiner = joining.get(i);
            changes.add(() -> scim.patch(path, Bodies.removeMember(leaver)));
            changes.add(() -> scim.patch(path, Bodies.addMember(joiner)));
        }
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : clients.invokeAll(changes)) {
                answer.get().expect(204);
            }
        }

        assertThat(members(scim.get(path).expect(200).json()))
                .containsExactlyInAnyOrderElementsOf(joining);
    }

    private List<String> createUsers() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < CHANGES; i++) {
            ids.add(scim.post("/Users", Bodies.user("member-" + i)).expect(201).id());
        }
        return ids;
    }

    private static Set<String> members(JsonNode group) {
        return group.path("members")
                .valueStream()
                .map(member -> member.path("value").asString())
                .collect(Collectors.toSet());
    }
}
