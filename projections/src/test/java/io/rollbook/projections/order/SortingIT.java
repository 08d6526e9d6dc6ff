package io.rollbook.projections.order;

import static io.rollbook.projections.fixture.Events.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.contract.user.UserCreated;
import io.rollbook.projections.filtersql.RandomDirectory;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists come in the order that RFC 7644 §3.4.2.3 asks for, by every attribute there is. */
class SortingIT {

    private static final SchemaCatalog CATALOG = SchemaCatalog.standard();
    private static final int USERS = 60;
    private static final int GROUPS = 9;

    private static World world;
    private static Client client;
    private static Map<String, Complex> users;
    private static Map<String, Complex> groups;

    @BeforeAll
    static void open() {
        world = new World();
        var tenant = World.newTenant();
        client = world.client(tenant);
        world.given(tenant, new RandomDirectory(7, USERS, GROUPS).events());
        users = shown("/Users");
        groups = shown("/Groups");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @MethodSource("userPaths")
    @Tag("P3.4.2.3-1")
    @Tag("P3.4.2.3-2")
    @Tag("P3.4.2.3-3")
    void usersByEveryAttribute(AttributePath path) {
        assertOrders("/Users", path, users);
    }

    @ParameterizedTest
    @MethodSource("groupPaths")
    @Tag("P3.4.2.3-1")
    void groupsByEveryAttribute(AttributePath path) {
        assertOrders("/Groups", path, groups);
    }

    @Test
    @Tag("P3.4.2.3-2")
    @Tag("P3.4.2.3-3")
    void primaryElseFirstAndMissingLast() {
        var tenant = World.newTenant();
        var mine = world.client(tenant);
        world.given(
                tenant,
                withMails("none"),
                withMails("firstOfTwo", Map.of("value", "B@x"), Map.of("value", "a@x")),
                withMails(
                        "primaryIsSecond",
                        Map.of("value", "a@x"),
                        Map.of("value", "c@x", "primary", true)),
                withMails("single", Map.of("value", "A@y")),
                withMails("noValue", Map.of("type", "work")));

        assertThat(sorted(mine, "sortBy=emails"))
                .containsExactly("single", "firstOfTwo", "primaryIsSecond", "noValue", "none");
        assertThat(sorted(mine, "sortBy=EMAILS.value&sortOrder=descending"))
                .containsExactly("none", "noValue", "primaryIsSecond", "firstOfTwo", "single");
    }

    @Test
    void sortsWhatAFilterLeaves() {
        var all = new InMemoryOrder(path(CATALOG.user(), "userName"), true).of(users);
        var even = client.ids("/Users", "userName ew \"2\"");

        assertThat(
                        sorted(
                                client,
                                "sortBy=userName&sortOrder=descending&filter="
                                        + Client.encoded("userName ew \"2\"")))
                .isEqualTo(all.stream().filter(even::contains).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "sortBy=name, complex",
        "sortBy=nothing, no attribute of User",
        "sortBy=password, never shown",
        "sortBy=userName&sortOrder=upwards, sortOrder"
    })
    void refusesWhatOrdersNothing(String query, String detail) {
        var refused = client.body("/Users", query);

        assertThat(Client.text(refused, "scimType")).isEqualTo("invalidValue");
        assertThat(Client.text(refused, "detail")).contains(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sortOrder=descending", "sortBy=&sortOrder=upwards"})
    void withoutSortByTheOrderIsThatOfCreation(String query) {
        assertThat(sorted(client, query))
                .isEqualTo(
                        new InMemoryOrder(path(CATALOG.user(), "meta.created"), false).of(users));
    }

    static Stream<AttributePath> userPaths() {
        return paths(CATALOG.user());
    }

    static Stream<AttributePath> groupPaths() {
        return paths(CATALOG.group());
    }

    private static Stream<AttributePath> paths(ResourceType type) {
        var base = type.attributes().stream().map(AttributePath::of);
        var extensions =
                type.extensions().stream()
                        .flatMap(
                                extension ->
                                        extension.schema().attributes().stream()
                                                .map(
                                                        each ->
                                                                new AttributePath(
                                                                        extension.schema().id(),
                                                                        each,
                                                                        null)));
        return Stream.concat(base, extensions)
                .filter(path -> !path.target().isDiscarded())
                .flatMap(SortingIT::simple);
    }

    private static Stream<AttributePath> simple(AttributePath path) {
        Attribute attribute = path.attribute();
        return attribute.isComplex()
                ? attribute.subAttributes().stream().map(path::withSubAttribute)
                : Stream.of(path);
    }

    private static void assertOrders(
            String endpoint, AttributePath path, Map<String, Complex> resources) {
        for (boolean descending : new boolean[] {false, true}) {
            var query =
                    "sortBy=%s&sortOrder=%s&count=1000&attributes=id"
                            .formatted(
                                    Client.encoded(path.toString()),
                                    descending ? "descending" : "ascending");
            assertThat(Client.idsOf(client.body(endpoint, query)))
                    .as(query)
                    .isEqualTo(new InMemoryOrder(path, descending).of(resources));
        }
    }

    @SafeVarargs
    private static UserCreated withMails(String id, Map<String, Object>... mails) {
        return mails.length == 0
                ? user(id, id)
                : user(id, Map.of("userName", id, "emails", List.of(mails)));
    }

    private static List<String> sorted(Client client, String query) {
        return Client.idsOf(client.body("/Users", query + "&count=1000"));
    }

    private static Map<String, Complex> shown(String endpoint) {
        return Client.idsOf(client.body(endpoint, "count=1000")).stream()
                .collect(Collectors.toMap(id -> id, id -> client.body(endpoint + "/" + id)));
    }

    private static AttributePath path(ResourceType type, String name) {
        return AttributePath.resolve(name, type).orElseThrow();
    }
}
