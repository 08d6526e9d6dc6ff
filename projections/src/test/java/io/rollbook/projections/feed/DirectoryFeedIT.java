package io.rollbook.projections.feed;

import static io.rollbook.projections.fixture.Events.deleted;
import static io.rollbook.projections.fixture.Events.group;
import static io.rollbook.projections.fixture.Events.joined;
import static io.rollbook.projections.fixture.Events.left;
import static io.rollbook.projections.fixture.Events.renamed;
import static io.rollbook.projections.fixture.Events.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.value.Complex;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class DirectoryFeedIT {

    private final World world = new World();
    private final String tenant = World.newTenant();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void dropsWhatIsAppliedAlready() {
        world.given(tenant, user("u1", "ada"), group("g1", "A"), joined("g1", 2, "u1"));
        world.given(tenant, left("g1", 3, "u1"), deleted("u1", 2));

        world.publisher().repeatAll();
        world.given(tenant, renamed("g1", 4, "A", "B"));

        assertThat(client().get("/Users/u1").status()).isEqualTo(404);
        assertThat(client().body("/Groups/g1").get("members")).isNull();
        assertThat(Client.number(client().body("/Groups"), "totalResults")).isEqualTo(1);
    }

    @Test
    void goesOnAfterRestartWhereItWas() {
        world.given(tenant, user("u1", "ada"));
        world.readSide().close();
        world.publisher().publish(tenant, user("u2", "grace"));

        world.restart();
        world.given(tenant, user("u3", "edsger"));

        assertThat(Client.idsOf(client().body("/Users"))).containsExactly("u1", "u2", "u3");
    }

    @Test
    void stopsAtMissingEventAndSaysSo() {
        world.given(tenant, user("u1", "ada"));
        await().until(() -> world.readSide().notReadyBecause().isEmpty());

        world.publisher().lose(tenant, user("u2", "lost"));
        world.publisher().publish(tenant, user("u3", "edsger"));

        await().untilAsserted(
                        () ->
                                assertThat(world.readSide().notReadyBecause())
                                        .hasValueSatisfying(
                                                sentence ->
                                                        assertThat(sentence)
                                                                .contains(tenant)
                                                                .contains("1 are missing")));
        assertThat(Client.idsOf(client().body("/Users"))).containsExactly("u1");

        // A restart changes nothing about it.
        world.restart();
        await().until(() -> world.readSide().notReadyBecause().isPresent());
        assertThat(Client.idsOf(client().body("/Users"))).containsExactly("u1");

        var report = world.readSide().rebuilding(world.publisher()::replayTo).run().orElseThrow();

        assertThat(report.isEqual()).isFalse();
        await().until(() -> world.readSide().notReadyBecause().equals(Optional.empty()));
        world.given(tenant, user("u4", "barbara"));
        assertThat(Client.idsOf(client().body("/Users"))).containsExactly("u1", "u2", "u3", "u4");
    }

    @Test
    void keepsDeletedMemberOutWhenItJoinsLate() {
        world.given(tenant, user("u1", "ada"), group("g1", "A"));
        world.given(tenant, deleted("u1", 2));

        world.given(tenant, joined("g1", 2, "u1"));

        Complex group = client().body("/Groups/g1");
        assertThat(group.get("members")).isNull();
        assertThat(client().ids("/Groups", "members.value eq \"u1\"")).isEmpty();
    }

    private Client client() {
        return world.client(tenant);
    }
}
