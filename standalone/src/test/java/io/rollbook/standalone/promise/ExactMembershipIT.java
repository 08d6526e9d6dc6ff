package io.rollbook.standalone.promise;

import static io.rollbook.standalone.client.ScimClient.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** P4: concurrent changes of one group lose no member. */
class ExactMembershipIT {

    private static final int CHANGES = 64;

    private final ScimClient scim = RunningRollbook.shared().newTenant("entra").scim();

    @Test
    void concurrentAddsAndRemovesLeaveExactlyTheRightMembers() throws Exception {
        var users = createUsers();
        var leaving = users.subList(0, CHANGES / 2);
        var joining = users.subList(CHANGES / 2, CHANGES);
        var group = scim.createGroup("everyone").id();
        var path = "/Groups/" + group;
        for (var user : leaving) {
            scim.patch(path, members("Add", List.of(user))).expect(204);
        }

        var changes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < CHANGES / 2; i++) {
            var leaver = leaving.get(i);
            var joiner = joining.get(i);
            changes.add(() -> scim.patch(path, members("Remove", List.of(leaver))));
            changes.add(() -> scim.patch(path, members("Add", List.of(joiner))));
        }
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : clients.invokeAll(changes)) {
                answer.get().expect(204);
            }
        }

        assertThat(scim.get(path).expect(200).texts("members", "value"))
                .containsExactlyInAnyOrderElementsOf(joining);
    }

    private List<String> createUsers() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < CHANGES; i++) {
            ids.add(scim.createUser("member-" + i).id());
        }
        return ids;
    }
}
