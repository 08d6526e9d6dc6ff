package io.rollbook.provisioning.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.provisioning.CoreDatabase;
import io.rollbook.provisioning.origin.ActorKind;
import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;

@ExtendWith(SharedCore.class)
class LeavingGroupsIT {

    private final Tenant tenant;

    LeavingGroupsIT(Tenant tenant) {
        this.tenant = tenant;
    }

    @Test
    void aDeletedUserLeavesItsGroupsByCommandsOfTheSystem() {
        var user = tenant.user("mia");
        var stays = tenant.user("jo");
        var groups =
                List.of(
                        tenant.group("One", List.of(user, stays)),
                        tenant.group("Two", List.of(user)));

        tenant.delete("/Users/" + user);

        await().untilAsserted(
                        () -> {
                            assertThat(tenant.membersOf(groups.get(0))).containsExactly(stays);
                            assertThat(tenant.membersOf(groups.get(1))).isEmpty();
                        });
        var origin = tenant.originsOf(groups.get(0)).getLast();
        assertThat(tenant.eventsOf(groups.get(0)).getLast())
                .isEqualTo(
                        "group.membership-changed {\"groupId\":\"%s\",\"added\":[],\"removed\":[\"%s\"]}"
                                .formatted(groups.get(0), user));
        assertThat(origin.actorKind()).isEqualTo(ActorKind.SYSTEM);
        assertThat(origin.causedBy()).isNotNull();
    }

    @Test
    void aDeletedGroupLeavesItsParents() {
        var inner = tenant.group("Inner");
        var outer = tenant.group("Outer", List.of(inner));

        tenant.delete("/Groups/" + inner);

        await().untilAsserted(() -> assertThat(tenant.membersOf(outer)).isEmpty());
    }

    @Test
    void whatAKilledProcessLeftIsDoneByTheNext() {
        try (var database = new CoreDatabase("killed_reaction")) {
            Tenant before;
            String user;
            String group;
            try (var core = new Core(database)) {
                before = core.tenant("acme");
                user = before.user("mia");
                group = before.group("Risk", List.of(user));
                core.bean("leavingGroups", ReactionWorker.class).stop();
                assertThat(before.delete("/Users/" + user).status()).isEqualTo(204);
                assertThat(before.membersOf(group)).containsExactly(user);
            }
            try (var core = new Core(database)) {
                var after = new Tenant(core, before.caller());
                await().untilAsserted(() -> assertThat(after.membersOf(group)).isEmpty());
                await().untilAsserted(() -> assertThat(waiting(core, after)).isZero());
            }
        }
    }

    private static long waiting(Core core, Tenant tenant) {
        return core.database()
                .inTenant(
                        tenant.id(),
                        () ->
                                core.database()
                                        .jdbc()
                                        .sql("select count(*) from departure")
                                        .query(Long.class)
                                        .single());
    }
}
