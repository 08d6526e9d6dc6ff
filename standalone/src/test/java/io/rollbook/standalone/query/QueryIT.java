package io.rollbook.standalone.query;

import static io.rollbook.standalone.client.ScimClient.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class QueryIT {

    private static final RunningRollbook.Tenant TENANT = RunningRollbook.shared().newTenant("rfc");
    private static final RunningRollbook.Tenant OTHER = RunningRollbook.shared().newTenant("rfc");
    private static final ScimClient SCIM = TENANT.scim();

    @BeforeAll
    static void fill() {
        for (var name : List.of("dora", "Ben", "anna", "Straße", "strasse2")) {
            SCIM.createUser(name);
        }
        SCIM.createGroup("Choir");
        OTHER.scim().createUser("foreign");
        OTHER.scim().createUser("foreign2");
    }

    @Test
    @Tag("P3.4.2.3-1")
    @Tag("P3.4.2.3-3")
    void sortsByTheRuleOfCase() {
        var names = List.of("anna", "Ben", "dora", "Straße", "strasse2");

        assertThat(names("/Users?sortBy=userName")).isEqualTo(names);
        assertThat(
                        names(
                                "/Users?sortBy=urn:ietf:params:scim:schemas:core:2.0:User:userName"
                                        + "&sortOrder=descending"))
                .isEqualTo(names.reversed());
        assertThat(names("/Users?sortBy=meta.created&sortOrder=ascending").getFirst())
                .isEqualTo("dora");
    }

    @ParameterizedTest
    @CsvSource({
        "startIndex=0&count=2, 1, 2, 2",
        "startIndex=-5&count=1, 1, 1, 1",
        "startIndex=4&count=9, 4, 2, 2",
        "startIndex=99, 99, 0, 0",
        "count=0, 1, 0, 0",
        "count=-3, 1, 0, 0",
        "count=99999, 1, 5, 5"
    })
    @Tag("P3.4.2.4-1")
    @Tag("P3.4.2.4-2")
    @Tag("P3.4.2.4-3")
    @Tag("P3.4.2-2")
    @Tag("P3.4.2-3")
    @Tag("Trap-3")
    @Tag("Trap-4")
    @Tag("Trap-5")
    void pagesByIndex(String query, int startIndex, int itemsPerPage, int shown) {
        var list = SCIM.get("/Users?" + query).expect(200);

        assertThat(list.totalResults()).isEqualTo(5);
        assertThat(list.body().path("startIndex").asInt()).isEqualTo(startIndex);
        assertThat(list.body().path("itemsPerPage").asInt(-1)).isEqualTo(itemsPerPage);
        assertThat(list.body().path("Resources").isArray()).isTrue();
        assertThat(list.body().path("Resources").size()).isEqualTo(shown);
        assertThat(list.body().has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"startIndex=x", "count=1.5", "count=1e3", "startIndex=0x1"})
    @Tag("P3.4.2.4-4")
    void refusesWhatIsNoInteger(String query) {
        SCIM.get("/Users?" + query).expectError(400, "invalidValue");
    }

    @Test
    @Tag("Q2-1")
    @Tag("Q2-2")
    @Tag("Q2-3")
    @Tag("Q2-4")
    void followsCursors() {
        var first = SCIM.get("/Users?sortBy=userName&cursor&count=3").expect(200);
        assertThat(first.texts("Resources", "userName")).containsExactly("anna", "Ben", "dora");
        assertThat(first.totalResults()).isEqualTo(5);
        assertThat(first.body().path("itemsPerPage").asInt()).isEqualTo(3);
        assertThat(first.body().has("previousCursor")).isFalse();
        assertThat(first.text("/nextCursor")).matches("[A-Za-z0-9._~-]+");

        var last = next("/Users?sortBy=userName&count=3", first).expect(200);

        assertThat(last.texts("Resources", "userName")).containsExactly("Straße", "strasse2");
        assertThat(last.body().has("nextCursor")).isFalse();
    }

    @Test
    @Tag("Q2.1-1")
    @Tag("Q2.1-3")
    @Tag("Q5.2-1")
    void aCursorGivesNothingToOthers() {
        var theirs = OTHER.scim().get("/Users?cursor=&count=1").expect(200);
        var cursor = theirs.text("/nextCursor");

        var foreign = SCIM.get("/Users?count=1&cursor=" + cursor).expectError(400, "invalidCursor");
        var forged = SCIM.get("/Users?count=1&cursor=forged").expectError(400, "invalidCursor");
        assertThat(foreign.body()).isEqualTo(forged.body());
        next("/Users?count=2", theirs).expectError(400, "invalidCursor");
        OTHER.scim().get("/Users?count=2&cursor=" + cursor).expectError(400, "invalidCount");
        SCIM.get("/Users?cursor=&count=1001").expectError(400, "invalidCount");
        new ScimClient(RunningRollbook.shared().scimBase(), OTHER.token("audit.read"))
                .get("/Users?count=1&cursor=" + cursor)
                .expect(403);
    }

    @Test
    @Tag("P3.4.3-1")
    @Tag("P3.4.3-2")
    @Tag("Q3-1")
    @Tag("P3.9-9")
    void searches() {
        var body = "\"filter\":\"userName pr\",\"sortBy\":\"userName\",\"count\":3,\"cursor\":";

        var first = search(SCIM, "/Users/.search", body + "\"\"").expect(200);
        var last =
                search(SCIM, "/Users/.search", body + "\"" + first.text("/nextCursor") + "\"")
                        .expect(200);

        assertThat(first.texts("Resources", "userName")).containsExactly("anna", "Ben", "dora");
        assertThat(last.texts("Resources", "userName")).containsExactly("Straße", "strasse2");
        assertThat(first.header("Content-Type")).startsWith("application/scim+json");
        assertThat(
                        search(SCIM, "/Users/.search", "\"attributes\":[\"userName\"],\"count\":1")
                                .body()
                                .at("/Resources/0")
                                .propertyNames())
                .containsExactlyInAnyOrder("schemas", "id", "userName");
    }

    @Test
    @Tag("P3.4.3-1")
    void aSearchIsARead() {
        var tenant = RunningRollbook.shared().newTenant("rfc");
        var created = tenant.scim().createUser("only");
        search(tenant.scim(), "/Users/.search", "\"count\":5").expect(200);
        search(tenant.scim(), "/.search", "\"filter\":\"nothing eq\"")
                .expectError(400, "invalidFilter");
        var last = tenant.scim().createUser("last");

        tenant.awaitEntry(created);
        tenant.awaitEntry(last);
        assertThat(tenant.entries())
                .filteredOn(entry -> entry.at("/actor/kind").asString("").equals("connection"))
                .hasSize(2);
        assertThat(tenant.scim().get("/Users").totalResults()).isEqualTo(2);
        var auditor =
                new ScimClient(RunningRollbook.shared().scimBase(), tenant.token("audit.read"));
        search(auditor, "/Users/.search", "\"count\":5").expect(403);
        search(auditor, "/.search", "\"count\":5").expect(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "?"})
    @Tag("P3.4.2.1-1")
    void theRootCoversAllTypes(String path) {
        var separator = path.endsWith("?") ? "" : "?";
        var all = SCIM.get(path + separator + "attributes=id").expect(200);
        assertThat(all.totalResults()).isEqualTo(6);

        var filter = "filter=meta.resourceType+eq+%22Group%22+or+userName+eq+%22BEN%22";
        var some = SCIM.get(path + separator + filter).expect(200);
        assertThat(some.texts("Resources", "userName")).containsExactly("Ben", "");
        assertThat(
                        search(SCIM, "/.search", "\"filter\":\"displayName eq \\\"choir\\\"\"")
                                .expect(200)
                                .texts("Resources", "displayName"))
                .containsExactly("Choir");
    }

    @Test
    void readsShowWhatWasWrittenInEveryOrder() {
        var tenant = RunningRollbook.shared().newTenant("rfc").scim();
        var names = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            var name = "user-" + (10 - i);
            tenant.post("/Users", user(name)).expect(201);
            names.add(name);

            assertThat(
                            tenant.get("/Users?sortBy=userName&cursor=&count=100")
                                    .texts("Resources", "userName"))
                    .containsExactlyInAnyOrderElementsOf(names)
                    .isSorted();
            assertThat(search(tenant, "/.search", "\"count\":100").totalResults())
                    .isEqualTo(names.size());
        }
    }

    @Test
    @Tag("Q4-1")
    @Tag("Q2.4-1")
    void tellsWhatIsSupported() {
        var config = SCIM.get("/ServiceProviderConfig").expect(200).body();

        assertThat(config.at("/sort/supported").asBoolean()).isTrue();
        assertThat(config.at("/pagination/cursor").asBoolean()).isTrue();
        assertThat(config.at("/pagination/index").asBoolean()).isTrue();
        assertThat(config.at("/pagination/defaultPaginationMethod").asString()).isEqualTo("index");
        assertThat(config.at("/pagination/defaultPageSize").asInt()).isEqualTo(100);
        assertThat(config.at("/pagination/maxPageSize").asInt()).isEqualTo(1_000);
        assertThat(config.at("/pagination/cursorTimeout").asInt()).isEqualTo(3_600);
    }

    private static Answer next(String query, Answer page) {
        return SCIM.get(query + "&cursor=" + page.text("/nextCursor"));
    }

    private static Answer search(ScimClient client, String path, String members) {
        return client.post(
                path,
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],%s}"
                        .formatted(members));
    }

    private static List<String> names(String path) {
        return SCIM.get(path).expect(200).texts("Resources", "userName");
    }
}
