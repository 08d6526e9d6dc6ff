package io.rollbook.projections.feed;

import static io.rollbook.projections.fixture.Events.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.seam.Unavailable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.time.Duration;

@Execution(ExecutionMode.CONCURRENT)
class OutagesIT {

    private static EmbeddedServices services;
    private static World world;

    private final String tenant = World.newTenant();

    @BeforeAll
    static void open() {
        services = EmbeddedServices.startTemporary();
        world = new World(services);
    }

    @AfterAll
    static void close() {
        world.close();
        services.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void postgresAwayStopsTheFeedUntilItIsBack() {
        world.given(tenant, user("u1", "ada"));

        services.postgres().pause();
        world.publisher().publish(tenant, user("u2", "grace"));

        assertThatThrownBy(() -> world.client(tenant).get("/Users/u1"))
                .isInstanceOf(Unavailable.class);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(world.readSide().notReadyBecause())
                                        .hasValue(
                                                "The database of the projections cannot be"
                                                        + " reached."));

        services.postgres().resume();

        world.given(tenant, user("u3", "edsger"));
        assertThat(world.client(tenant).get("/Users/u2").status()).isEqualTo(200);
        await().until(() -> world.readSide().notReadyBecause().isEmpty());
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void kafkaAwayLeavesReadsAsTheyAre() {
        world.given(tenant, user("u1", "ada"));
        await().until(() -> world.readSide().notReadyBecause().isEmpty());

        services.kafka().pause();

        assertThat(world.client(tenant).get("/Users/u1").status()).isEqualTo(200);
        assertThat(world.readSide().notReadyBecause()).isEmpty();

        services.kafka().resume();
        world.publisher().publish(tenant, user("u2", "grace"));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> world.client(tenant).get("/Users/u2").status() == 200);
    }
}
