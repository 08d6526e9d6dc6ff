package io.rollbook.projections.rebuild;

import static io.rollbook.projections.fixture.Events.deleted;
import static io.rollbook.projections.fixture.Events.group;
import static io.rollbook.projections.fixture.Events.joined;
import static io.rollbook.projections.fixture.Events.nested;
import static io.rollbook.projections.fixture.Events.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.TenantScope;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.World;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

class RebuildIT {

    private static World world;
    private static final String ACME = World.newTenant();
    private static final String GLOBEX = World.newTenant();

    @BeforeAll
    static void open() {
        world = new World();
        for (var tenant : List.of(ACME, GLOBEX)) {
            world.given(
                    tenant,
                    user(
                            "u1",
                            Map.of("userName", "ada", "emails", List.of(Map.of("value", "a@b")))),
                    user("u2", "grace"),
                    group("g1", "A"),
                    group("g2", "B"),
                    joined("g1", 2, "u1", "u2"),
                    nested("g2", 2, "g1"),
                    deleted("u2", 2));
        }
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void endsWithTheSameRowsWhileReadsAndWritesGoOn() {
        var done = new AtomicBoolean();
        var traffic =
                CompletableFuture.supplyAsync(
                        () -> {
                            int written = 0;
                            while (!done.get() || written < 20) {
                                var id = "busy" + written++;
                                world.given(ACME, user(id, id));
                                assertThat(world.client(ACME).get("/Users/" + id).status())
                                        .isEqualTo(200);
                            }
                            return written;
                        });

        var report = world.readSide().rebuilding(world.publisher()::replayTo).run().orElseThrow();
        done.set(true);
        int written = traffic.join();

        assertThat(report.after()).isEqualTo(report.before());
        assertThat(report.after().get("membership").rows()).isEqualTo(4);
        assertThat(report.events()).isGreaterThanOrEqualTo(14);
        assertThat(Client.number(world.client(ACME).body("/Users"), "totalResults"))
                .isEqualTo(written + 1);
        assertThat(world.client(GLOBEX).ids("/Users", "emails.value eq \"A@B\""))
                .containsExactly("u1");
    }

    @Test
    void mendsRowsThatWereDamaged() {
        damage("update users set name_key = 'eve' where id = 'u1'");
        assertThat(world.client(GLOBEX).ids("/Users", "userName eq \"ada\"")).isEmpty();

        var report = world.readSide().rebuilding(world.publisher()::replayTo).run().orElseThrow();

        assertThat(report.isEqual()).isFalse();
        assertThat(world.client(GLOBEX).ids("/Users", "userName eq \"ada\"")).containsExactly("u1");
    }

    @Test
    void leavesEverythingWhenReplayIsRefused() {
        ReplayRequest refusal =
                topic -> {
                    throw new RebuildFailure("not now");
                };

        assertThatThrownBy(() -> world.readSide().rebuilding(refusal).run())
                .isInstanceOf(RebuildFailure.class)
                .hasMessage("not now");

        assertThat(world.client(GLOBEX).get("/Users/u1").status()).isEqualTo(200);
        world.given(GLOBEX, user("later", "later"), deleted("later", 2));
    }

    private static void damage(String statement) {
        world.readSide()
                .transactions()
                .run(
                        connection -> {
                            TenantScope.enter(connection, GLOBEX);
                            return Sql.of(statement).update(connection);
                        });
    }
}
