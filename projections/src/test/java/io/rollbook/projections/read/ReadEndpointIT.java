package io.rollbook.projections.read;

import static io.rollbook.projections.fixture.Events.deactivated;
import static io.rollbook.projections.fixture.Events.deleted;
import static io.rollbook.projections.fixture.Events.group;
import static io.rollbook.projections.fixture.Events.joined;
import static io.rollbook.projections.fixture.Events.nested;
import static io.rollbook.projections.fixture.Events.updated;
import static io.rollbook.projections.fixture.Events.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.contract.AttributeChange;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.value.Complex;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class ReadEndpointIT {

    private static World world;

    private final String tenant = World.newTenant();
    private final Client client = world.client(tenant);

    @BeforeAll
    static void open() {
        world = new World();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void showsUserWithVersionLocationAndGroups() {
        world.given(
                tenant,
                user("u1", Map.of("userName", "Ada@Example.com", "displayName", "Ada")),
                group("g1", "Engineers"),
                group("g2", "Everybody"),
                joined("g1", 2, "u1"),
                nested("g2", 2, "g1"));

        var response = client.get("/Users/u1");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .containsEntry("ETag", "W/\"1\"")
                .containsEntry("Location", Client.BASE + "/Users/u1")
                .containsEntry("Content-Type", "application/scim+json");
        assertThat(text(response.body()))
                .contains("\"userName\":\"Ada@Example.com\"")
                .contains(
                        "\"groups\":[{\"value\":\"g1\",\"$ref\":\"%s/Groups/g1\",\"display\":\"Engineers\",\"type\":\"direct\"},{\"value\":\"g2\",\"$ref\":\"%s/Groups/g2\",\"display\":\"Everybody\",\"type\":\"indirect\"}]"
                                .formatted(Client.BASE, Client.BASE));
    }

    @Test
    void followsUpdatesAndDeletion() {
        world.given(
                tenant,
                user("u1", "ada"),
                updated("u1", 2, new AttributeChange("title", null, "Countess")),
                deactivated("u1", 3));

        assertThat(text(client.get("/Users/u1").body()))
                .contains("\"title\":\"Countess\"")
                .contains("\"active\":false")
                .contains("\"version\":\"W/\\\"3\\\"\"");

        world.given(tenant, deleted("u1", 4));

        assertThat(client.get("/Users/u1").status()).isEqualTo(404);
        assertThat(client.ids("/Users", "userName eq \"ADA\"")).isEmpty();
    }

    @Test
    void findsByFilterInAnyCaseAndPages() {
        for (int i = 1; i <= 5; i++) {
            world.given(tenant, user("u" + i, "user" + i));
        }

        assertThat(client.ids("/Users", "userName eq \"USER3\"")).containsExactly("u3");

        Complex page = client.body("/Users", "startIndex=2&count=2");
        assertThat(Client.idsOf(page)).containsExactly("u2", "u3");
        assertThat(Client.number(page, "totalResults")).isEqualTo(5);
        assertThat(Client.number(page, "itemsPerPage")).isEqualTo(2);
        assertThat(Client.number(page, "startIndex")).isEqualTo(2);
        assertThat(Client.number(client.body("/Users", "count=0"), "totalResults")).isEqualTo(5);
        assertThat(Client.idsOf(client.body("/Users", "startIndex=6"))).isEqualTo(List.of());
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
