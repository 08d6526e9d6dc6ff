package io.rollbook.projections.read;

import static io.rollbook.projections.fixture.Events.group;
import static io.rollbook.projections.fixture.Events.joined;
import static io.rollbook.projections.fixture.Events.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.contract.DirectoryEvent;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Searches by POST, and queries on all types together (RFC 7644 §3.4.2.1, §3.4.3). */
class RootSearchIT {

    private static final String TENANT = World.newTenant();
    private static final String MANY = World.newTenant();

    private static World world;
    private static Client client;

    @BeforeAll
    static void open() {
        world = new World();
        client = world.client(TENANT);
        world.given(World.newTenant(), user("foreign", "ada"), group("foreign2", "Ada"));
        world.given(
                TENANT,
                user("u1", Map.of("userName", "ada", "displayName", "Ada")),
                group("g1", "engineers"),
                user("u2", Map.of("userName", "Bob", "title", "Dr")),
                group("g2", "Bakers"),
                joined("g1", 2, "u1", "u2"));
        world.given(
                MANY,
                IntStream.range(0, 201)
                        .mapToObj(
                                i -> i % 2 == 0 ? user("u" + i, "u" + i) : group("g" + i, "g" + i))
                        .toArray(DirectoryEvent[]::new));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    -                                     | u1 g1 u2 g2
                    displayName eq "ADA"                  | u1
                    displayName pr                        | u1 g1 g2
                    userName pr                           | u1 u2
                    not (userName pr)                     | g1 g2
                    userName eq "bob" or displayName co "a" | u1 u2 g2
                    title eq "dr"                         | u2
                    members.value eq "u2"                 | g1
                    groups.value eq "g1"                  | u1 u2
                    meta.resourceType eq "Group"          | g1 g2
                    id eq "g2"                            | g2
                    nobodyHasThis pr                      | -
                    nobodyHasThis ne "x" and id sw "u"    | u1 u2
                    urn:ietf:params:scim:schemas:core:2.0:User:userName sw "a" | u1
                    """)
    @Tag("P3.4.2.1-1")
    @Tag("P3.4.2.1-2")
    @Tag("P3.4.3-3")
    void findsResourcesOfAllTypes(String filter, String ids) {
        var expected = ids == null ? List.<String>of() : List.of(ids.split(" "));
        var query = filter == null ? "" : "filter=" + Client.encoded(filter);
        var member = filter == null ? "" : "\"filter\":" + quoted(filter);

        assertThat(Client.idsOf(client.body("/", query))).isEqualTo(expected);
        assertThat(Client.number(client.body("/", query), "totalResults"))
                .isEqualTo(expected.size());
        assertThat(Client.number(client.body("/", query + "&count=0"), "totalResults"))
                .isEqualTo(expected.size());
        assertThat(Client.idsOf(search("/.search", member))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "sortBy=displayName, u1 g2 g1 u2",
        "sortBy=displayName&sortOrder=descending, u2 g1 g2 u1",
        "sortBy=userName, u1 u2 g1 g2",
        "sortBy=meta.lastModified&sortOrder=descending, g1 g2 u2 u1",
        "startIndex=2&count=2, g1 u2",
        "startIndex=9&count=2, ''",
        "sortBy=id&startIndex=4, u2"
    })
    void sortsAndPagesThem(String query, String ids) {
        var list = client.body("/", query);

        assertThat(Client.idsOf(list))
                .isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
        assertThat(Client.number(list, "totalResults")).isEqualTo(4);
    }

    @Test
    void showsOfEachTypeWhatIsAskedFor() {
        var list = client.body("/", "attributes=userName,members.value&sortBy=id");
        var resources = ((Many) list.get("Resources")).elements();

        assertThat(new String(Json.write(resources.get(0)), StandardCharsets.UTF_8))
                .contains("\"members\":[{\"value\":\"u1\"},{\"value\":\"u2\"}]")
                .doesNotContain("displayName");
        assertThat(((Complex) resources.get(2)).get("userName")).isNotNull();
        assertThat(client.body("/", "excludedAttributes=members,groups").toString())
                .doesNotContain("members")
                .doesNotContain("direct");
    }

    @Test
    @Tag("P3.4.2.1-3")
    void refusesTooMany() {
        var many = world.client(MANY);
        for (var query : List.of("", "count=1", "count=0", "startIndex=500", "cursor=&count=5")) {
            var refused = many.get("/", query, Map.of());
            assertThat(refused.status()).isEqualTo(400);
            assertThat(Client.text(Json.readObject(refused.body()), "scimType"))
                    .as(query)
                    .isEqualTo("tooMany");
        }
        assertThat(many.get("/", "filter=userName+pr&count=5", Map.of()).status()).isEqualTo(200);
        assertThat(Client.number(many.body("/Users"), "totalResults")).isEqualTo(101);
    }

    @Test
    @Tag("P3.4.3-1")
    @Tag("P3.4.3-2")
    void searchOnATypeTakesWhatAQueryTakes() {
        var list =
                search(
                        "/Users/.search",
                        """
                        "filter": "userName pr", "sortBy": "userName", "sortOrder": "descending",
                        "startIndex": 2, "count": 5, "attributes": ["userName"]\
                        """);

        assertThat(list)
                .isEqualTo(
                        client.body(
                                "/Users",
                                "filter=userName+pr&sortBy=userName&sortOrder=descending"
                                        + "&startIndex=2&count=5&attributes=userName"));
        assertThat(Client.idsOf(list)).containsExactly("u1");
        assertThat(search("/Users/.search", "\"excludedAttributes\": [\"userName\", \"meta\"]"))
                .isEqualTo(client.body("/Users", "excludedAttributes=userName,meta"));
        assertThat(Client.idsOf(search("/Groups/.search", ""))).containsExactly("g1", "g2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /Users/.search  | "filter":"nothing pr"   | 400 | invalidFilter
                    /Users/.search  | "filter":5              | 400 | invalidSyntax
                    /Users/.search  | "count":"5"             | 400 | invalidValue
                    /.search        | "filter":"userName eq"  | 400 | invalidFilter
                    /.search        | "sortBy":"nothing"      | 400 | invalidValue
                    /.search        | "cursor":"forged"       | 400 | invalidCursor
                    /Nobody/.search | "count":5               | 404 | ''
                    /Users/u1/.search | "count":5             | 404 | ''
                    """)
    void refusesByRule(String path, String member, int status, String scimType) {
        var response = client.search(path, member);

        assertThat(response.status()).isEqualTo(status);
        assertThat(Client.text(Json.readObject(response.body()), "scimType")).isEqualTo(scimType);
    }

    @Test
    void aSearchIsNotRead() {
        var response = client.get("/Users/.search");

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers()).containsEntry("Allow", "POST, OPTIONS");
    }

    private static Complex search(String path, String members) {
        var response = client.search(path, members);
        assertThat(response.status()).isEqualTo(200);
        return Json.readObject(response.body());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
