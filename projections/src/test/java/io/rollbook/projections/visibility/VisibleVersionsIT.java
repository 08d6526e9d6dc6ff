package io.rollbook.projections.visibility;

import static io.rollbook.projections.fixture.Events.deleted;
import static io.rollbook.projections.fixture.Events.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.ReadSide;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.seam.Written;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class VisibleVersionsIT {

    private static World world;

    private final String tenant = World.newTenant();

    @BeforeAll
    static void open() {
        world = new World();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void isTrueOnlyWhenTheVersionIsShown() {
        var visibility = world.readSide().visibility();
        world.given(tenant, user("u1", "ada"));

        assertThat(visibility.await(tenant, List.of(new Written("u1", 1)), Duration.ZERO)).isTrue();
        assertThat(visibility.await(tenant, List.of(new Written("u1", 2)), Duration.ofMillis(150)))
                .isFalse();
        assertThat(
                        visibility.await(
                                World.newTenant(),
                                List.of(new Written("u1", 1)),
                                Duration.ofMillis(50)))
                .isFalse();
    }

    @Test
    void wakesManyWaitersAndSeesDeletions() {
        var waiting =
                IntStream.range(0, 16)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        world.readSide()
                                                                .visibility()
                                                                .await(
                                                                        tenant,
                                                                        List.of(
                                                                                new Written(
                                                                                        "u1", 2)),
                                                                        Duration.ofSeconds(20))))
                        .toList();

        world.publisher().publish(tenant, user("u1", "ada"), deleted("u1", 2));

        assertThat(waiting).allSatisfy(each -> assertThat(each.join()).isTrue());
    }

    @Test
    void seesWhatAnotherInstanceApplied() {
        try (var other = world.newReadSide(false)) {
            // Its feed is not running: only the database can tell it.
            world.publisher().publish(tenant, user("u1", "ada"));

            assertThat(
                            other.visibility()
                                    .await(
                                            tenant,
                                            List.of(new Written("u1", 1)),
                                            Duration.ofSeconds(20)))
                    .isTrue();
            assertThat(new Client(other.reads(), tenant).get("/Users/u1").status()).isEqualTo(200);
        }
    }

    @Test
    void twoInstancesShareThePartitionsAndTakeOver() {
        var shared = new World();
        try (shared;
                var first = shared.newReadSide(true).start();
                var second = shared.newReadSide(true).start()) {
            shared.readSide().close();
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () ->
                                    first.notReadyBecause().isEmpty()
                                            && second.notReadyBecause().isEmpty());
            var tenants = IntStream.range(0, 12).mapToObj(i -> World.newTenant()).toList();

            tenants.forEach(each -> shared.publisher().publish(each, user("u1", "ada")));

            for (var each : tenants) {
                assertShown(first, each, "u1");
                assertShown(second, each, "u1");
            }
            assertThat(applied(first) + applied(second)).isEqualTo(tenants.size());

            first.close();
            tenants.forEach(each -> shared.publisher().publish(each, user("u2", "grace")));

            tenants.forEach(each -> assertShown(second, each, "u2"));
        }
    }

    private static void assertShown(ReadSide instance, String tenantId, String id) {
        assertThat(
                        instance.visibility()
                                .await(
                                        tenantId,
                                        List.of(new Written(id, 1)),
                                        Duration.ofSeconds(30)))
                .isTrue();
        assertThat(new Client(instance.reads(), tenantId).get("/Users/" + id).status())
                .isEqualTo(200);
    }

    private static double applied(ReadSide instance) {
        return instance.metrics().get("rollbook.projections.events.applied").counter().count();
    }
}
