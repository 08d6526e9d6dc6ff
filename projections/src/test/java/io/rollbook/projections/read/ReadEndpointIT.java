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
import io.rollbook.scim.seam.RequestSizes;
import io.rollbook.scim.value.Complex;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Also says so: whoever asks for the limits is told its own. */
    @Test
    void listsAndFiltersAreAsLargeAsWhoAsksMaySend() {
        world.given(
                tenant, user("u1", Map.of("userName", "a")), user("u2", Map.of("userName", "b")));
        var small = client.with(new RequestSizes(null, null, null, null, 1, 1));
        var deep = "((userName eq \"a\"))";

        assertThat(Client.idsOf(small.body("/Users", "count=500"))).hasSize(1);
        assertThat(Client.idsOf(small.body("/Users"))).hasSize(1);
        assertThat(Client.idsOf(client.body("/Users", "count=500"))).hasSize(2);
        assertThat(small.get("/Users", "filter=" + Client.encoded(deep), Map.of()).status())
                .isEqualTo(400);
        assertThat(small.get("/", "filter=" + Client.encoded(deep), Map.of()).status())
                .isEqualTo(400);
        assertThat(client.ids("/Users", deep)).containsExactly("u1");
        assertThat(text(small.get("/ServiceProviderConfig").body())).contains("\"maxResults\":1}");
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

    @Test
    @Tag("P3.9-15")
    void groupIsShownWithMembersUnlessTheyAreExcluded() {
        world.given(
                tenant,
                user("u1", Map.of("userName", "ada", "displayName", "Ada \"L\"")),
                user("u2", "grace"),
                group("g1", "A"),
                group("g2", "B"),
                joined("g1", 2, "u1", "u2"),
                nested("g1", 3, "g2"));

        assertThat(text(client.get("/Groups/g1").body()))
                .contains("\"version\":\"W/\\\"3\\\"\"")
                .contains("\"value\":\"u1\"", "\"display\":\"Ada \\\"L\\\"\"")
                .contains("%s/Groups/g2".formatted(Client.BASE), "\"type\":\"Group\"")
                .contains(
                        "{\"value\":\"u2\",\"$ref\":\"%s/Users/u2\",\"type\":\"User\"}"
                                .formatted(Client.BASE));
        assertThat(client.body("/Groups/g1", "excludedAttributes=members").has("members"))
                .isFalse();
        assertThat(client.body("/Groups/g1", "attributes=members.value").get("members"))
                .isNotNull();
        assertThat(client.ids("/Groups", "id eq \"g1\" and members eq \"u2\""))
                .containsExactly("g1");
        assertThat(client.ids("/Groups", "id eq \"g2\" and members eq \"u2\"")).isEmpty();
    }

    @Test
    @Tag("P3.14-2")
    void answersNotModifiedForTheVersionAtHand() {
        world.given(tenant, user("u1", "ada"));

        var unchanged = client.get("/Users/u1", "", Map.of("if-none-match", "W/\"1\""));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.headers()).containsEntry("ETag", "W/\"1\"");
        assertThat(client.get("/Users/u1", "", Map.of("if-none-match", "W/\"9\"")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "u1, if-none-match, *, 304",
        "u1, if-none-match, '\"9\", \"1\"', 304",
        "u1, if-match, *, 200",
        "u1, if-match, '\"1\"', 200",
        "u1, if-match, 'W/\"9\"', 412",
        "nobody, if-none-match, *, 404",
        "nobody, if-match, *, 404"
    })
    @Tag("P3.14-4")
    @Tag("P3.14-5")
    void asksForTheVersionThatTheClientExpects(String id, String header, String tags, int status) {
        world.given(tenant, user("u1", "ada"));

        assertThat(client.get("/Users/" + id, "", Map.of(header, tags)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/Users/unknown, '', 404",
        "/Users/a/b, '', 404",
        "/Users/%00, '', 404",
        "/Elsewhere, '', 404",
        "/Bulk, '', 405",
        "/Me, '', 501",
        "/Users, filter=nothing+eq+%22x%22, 400",
        "/Users, filter=userName+eq, 400",
        "/Users, count=many, 400",
        "/Users, attributes=id&excludedAttributes=name, 400",
        "/Users, filter=userName+eq+%22%5Cu0000%22, 400",
        "/Users, unknown=parameter&aadOptscim062020, 200",
        "/ServiceProviderConfig, '', 200",
        "/Schemas, '', 200",
        "/ResourceTypes/User, '', 200"
    })
    void answersByRule(String path, String query, int status) {
        var decoded = path.replace("%00", "\u0000");

        assertThat(client.get(decoded, query, Map.of()).status()).isEqualTo(status);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
