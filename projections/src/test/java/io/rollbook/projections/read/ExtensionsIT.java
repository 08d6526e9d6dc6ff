package io.rollbook.projections.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.contract.Actor;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.Cause;
import io.rollbook.contract.tenant.SchemaChanged;
import io.rollbook.contract.tenant.SchemaRegistered;
import io.rollbook.contract.tenant.SchemaRemoved;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.Events;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Whole;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of a tenant's own schema, stored, shown and found. */
class ExtensionsIT {

    private static final String URN = "urn:ietf:params:scim:schemas:extension:Contoso:2.0:User";
    private static final World WORLD = new World();
    private static final Cause CAUSE =
            new Cause(
                    "request",
                    0,
                    new Actor(ActorKind.ADMINISTRATOR, "admin", null),
                    Instant.parse("2026-03-02T09:00:00Z"),
                    null);

    private final String tenant = World.newTenant();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void aSchemaAndThreeUsers() {
        WORLD.given(
                tenant,
                new SchemaRegistered(tenant, 2, URN, "User", false, schema(), CAUSE),
                user(
                        "u1",
                        Map.of(
                                "badge",
                                "Ab",
                                "floor",
                                3,
                                "joined",
                                "2026-03-02T10:00:00+01:00",
                                "tags",
                                List.of("red", "Blue"))),
                user(
                        "u2",
                        Map.of(
                                "badge",
                                "aB",
                                "floor",
                                20,
                                "remote",
                                true,
                                "lockers",
                                List.of(
                                        Map.of("value", "1", "size", 4),
                                        Map.of("value", "2", "size", 9)))),
                Events.user("u3", "u3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    %s:badge eq "Ab"                                   | u1
                    %s:tags eq "blue"                                  | u1
                    %s:floor gt 5                                      | u2
                    %s:floor eq 3.0                                    | u1
                    %s:joined eq "2026-03-02T09:00:00Z"                | u1
                    %s:remote eq true                                  | u2
                    %s:lockers[value eq "1" and size gt 5]             | -
                    %s:lockers[value eq "2" and size gt 5]             | u2
                    %s:lockers.size lt 5                               | u2
                    %s:badge pr and not (%s:floor gt 5)                | u1
                    not (%s:badge pr)                                  | u3
                    schemas eq "%s"                                    | u1 u2
                    """)
    void everyFilterFindsThem(String filter, String found) {
        var ids = WORLD.client(tenant).ids("/Users", filter.replace("%s", URN));

        assertThat(String.join(" ", ids)).isEqualTo(found.equals("-") ? "" : found);
    }

    @Test
    void theyAreShownUntilAnEventTakesThemAway() {
        var client = WORLD.client(tenant);
        assertThat(client.body("/Users/u1").get(URN))
                .isInstanceOfSatisfying(
                        Complex.class,
                        shown -> assertThat(shown.get("floor")).isEqualTo(new Whole(3)));

        WORLD.given(
                tenant, Events.updated("u1", 2, new AttributeChange(URN + ":badge", "Ab", null)));

        assertThat(((Complex) client.body("/Users/u1").members().get(URN)).has("badge")).isFalse();
        assertThat(((Complex) client.body("/Users/u1").members().get(URN)).has("tags")).isTrue();
    }

    @Test
    void whatIsReturnedOnRequestOnlyIsShownWhenItIsNamed() {
        WORLD.given(tenant, user("u4", Map.of("secretary", "Sam", "badge", "x")));
        var client = WORLD.client(tenant);

        assertThat(((Complex) client.body("/Users/u4").members().get(URN)).has("secretary"))
                .isFalse();
        assertThat(client.body("/Users/u4", "attributes=" + URN + ":secretary").get(URN))
                .isEqualTo(Complex.of("secretary", new Text("Sam")));
    }

    @Test
    void discoveryShowsTheTenantsOwn() {
        var client = WORLD.client(tenant);
        var stranger = WORLD.client(World.newTenant());

        assertThat(client.body("/Schemas/" + URN).get("id")).isEqualTo(new Text(URN));
        assertThat(Client.number(client.body("/Schemas"), "totalResults"))
                .isEqualTo(Client.number(stranger.body("/Schemas"), "totalResults") + 1);
        assertThat(text(client)).contains(URN);
        assertThat(text(stranger)).doesNotContain(URN);
        assertThat(stranger.get("/Schemas/" + URN).status()).isEqualTo(404);
    }

    @Test
    void anotherTenantsFilterDoesNotKnowThem() {
        var stranger = WORLD.client(World.newTenant());

        assertThat(
                        stranger.body(
                                        "/Users",
                                        "filter=" + Client.encoded(URN + ":badge eq \"Ab\""))
                                .get("scimType"))
                .isEqualTo(new Text("invalidFilter"));
    }

    /** Another instance knows them without having seen the event of the registration. */
    @Test
    void anotherInstanceAndARebuildGiveTheSame() {
        WORLD.given(tenant, new SchemaChanged(tenant, 3, URN, "User", false, withMore(), CAUSE));
        try (var second = WORLD.newReadSide(false)) {
            var client = new Client(second.reads(), tenant);
            assertThat(client.ids("/Users", URN + ":floor gt 5")).containsExactly("u2");
            assertThat(client.ids("/Users", URN + ":more pr")).isEmpty();
        }
        var report = WORLD.readSide().rebuilding(WORLD.publisher()::replayTo).run().orElseThrow();

        assertThat(report.isEqual()).isTrue();
        assertThat(report.after().get("catalogs").rows()).isPositive();
        assertThat(WORLD.client(tenant).ids("/Users", URN + ":floor gt 5")).containsExactly("u2");
        WORLD.given(tenant, user("u5", Map.of("floor", 21)));
        assertThat(WORLD.client(tenant).ids("/Users", URN + ":floor gt 5"))
                .containsExactly("u2", "u5");
    }

    @Test
    void aRemovedSchemaIsUnknownWhenItsLeaseIsOver() {
        var other = World.newTenant();
        WORLD.given(
                other,
                new SchemaRegistered(other, 2, URN, "User", false, schema(), CAUSE),
                new SchemaRemoved(other, 3, URN, "User", CAUSE));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(WORLD.client(other).get("/Schemas/" + URN).status())
                                        .isEqualTo(404));
    }

    private static String text(Client client) {
        return new String(client.get("/ResourceTypes/User").body(), StandardCharsets.UTF_8);
    }

    private static UserCreated user(String id, Map<String, Object> container) {
        return Events.user(id, Map.of("userName", id, URN, container));
    }

    private static Map<String, Object> schema() {
        return document(
                List.of(
                        attribute("badge", "string", Map.of("caseExact", true)),
                        attribute("floor", "integer", Map.of()),
                        attribute("remote", "boolean", Map.of()),
                        attribute("joined", "dateTime", Map.of()),
                        attribute("secretary", "string", Map.of("returned", "request")),
                        attribute("tags", "string", Map.of("multiValued", true)),
                        attribute(
                                "lockers",
                                "complex",
                                Map.of(
                                        "multiValued",
                                        true,
                                        "subAttributes",
                                        List.of(
                                                attribute("value", "string", Map.of()),
                                                attribute("size", "integer", Map.of()))))));
    }

    private static Map<String, Object> withMore() {
        var attributes = new ArrayList<Object>((List<?>) schema().get("attributes"));
        attributes.add(attribute("more", "string", Map.of()));
        return document(attributes);
    }

    private static Map<String, Object> document(List<?> attributes) {
        return Map.of("id", URN, "name", "Contoso", "description", "", "attributes", attributes);
    }

    private static Map<String, Object> attribute(
            String name, String type, Map<String, Object> more) {
        var attribute = new LinkedHashMap<String, Object>(more);
        attribute.put("name", name);
        attribute.put("type", type);
        return attribute;
    }
}
