package io.rollbook.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** RFC 7644 §3.4.2 on twelve users. */
class QueryFormsIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("rfc").scim();
    private static final int USERS = 12;

    @BeforeAll
    static void users() {
        for (int i = 0; i < USERS; i++) {
            SCIM.post(
                            "/Users",
                            """
                            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                             "userName":"user-%1$d","externalId":"Ext-%1$d","title":"T",
                             "emails":[{"value":"w%1$d@x.example","type":"work"},
                                       {"value":"h%1$d@x.example","type":"home"}]}\
                            """
                                    .formatted(i))
                    .expect(201);
        }
    }

    @ParameterizedTest
    @Tag("P3.4.2-3")
    @Tag("P3.4.2.4-1")
    @Tag("P3.4.2.4-2")
    @Tag("P3.4.2.4-3")
    @Tag("Trap-4")
    @Tag("Trap-5")
    @CsvSource({
        "'', 1, 12",
        "startIndex=0, 1, 12",
        "startIndex=-7, 1, 12",
        "startIndex=11, 11, 2",
        "startIndex=13, 13, 0",
        "startIndex=1000000, 1000000, 0",
        "count=5, 1, 5",
        "count=0, 1, 0",
        "count=-1, 1, 0",
        "count=1000000, 1, 12",
        "startIndex=10&count=5, 10, 3",
        "startIndex=10&count=2, 10, 2"
    })
    void pages(String query, int startIndex, int items) {
        var page = SCIM.get("/Users?" + query).expect(200);

        assertThat(page.totalResults()).isEqualTo(USERS);
        assertThat(page.body().path("startIndex").asInt()).isEqualTo(startIndex);
        assertThat(page.body().path("itemsPerPage").asInt()).isEqualTo(items);
        assertThat(page.body().path("Resources").isArray()).isTrue();
        assertThat(page.body().path("Resources").size()).isEqualTo(items);
    }

    @ParameterizedTest
    @Tag("P3.4.2.4-4")
    @ValueSource(strings = {"count=abc", "count=1.5", "startIndex=abc", "startIndex=1e3"})
    void pagesThatAreNoNumbers(String query) {
        SCIM.get("/Users?" + query).expectError(400, "invalidValue");
    }

    @Test
    @Tag("P3.4.2.4-5")
    @Tag("E9-1")
    @Tag("V-gallery-3")
    void pagesShowEachResourceOnce() {
        var seen = new ArrayList<String>();
        for (int start = 1; start <= USERS; start += 5) {
            var page = SCIM.get("/Users?startIndex=" + start + "&count=5").expect(200);
            assertThat(page.body().path("startIndex").asInt()).isEqualTo(start);
            seen.addAll(page.texts("Resources", "id"));
        }

        assertThat(seen).hasSize(USERS);
        assertThat(new HashSet<>(seen)).hasSize(USERS);
    }

    @ParameterizedTest
    @Tag("P3.4.2-1")
    @Tag("P3.4.2-2")
    @Tag("Trap-2")
    @Tag("Trap-3")
    @ValueSource(strings = {"/Users", "/Groups"})
    void nothingFoundIsAnEmptyList(String type) {
        var none = SCIM.find(type, "externalId eq \"nobody\"").expect(200);

        assertThat(none.totalResults()).isZero();
        assertThat(none.body().path("itemsPerPage").asInt(-1)).isZero();
        assertThat(none.body().path("startIndex").asInt(-1)).isOne();
        assertThat(none.body().path("Resources").isArray()).isTrue();
        assertThat(none.body().at("/schemas/0").asString())
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:ListResponse");
    }

    @ParameterizedTest
    @Tag("Trap-7")
    @Tag("Trap-8")
    @Tag("Trap-9")
    @Tag("Trap-6")
    @Tag("P4.1-7")
    @CsvSource(
            delimiter = '|',
            value = {
                "userName eq \"USER-3\"                                                    | 1",
                "externalId eq \"Ext-3\"                                                   | 1",
                "externalId eq \"ext-3\"                                                   | 0",
                "emails[type eq \"work\" and value eq \"h3@x.example\"]                    | 0",
                "emails.type eq \"work\" and emails.value eq \"h3@x.example\"              | 1",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"user-3\"         | 1",
                "URN:IETF:params:scim:schemas:core:2.0:USER:name.familyName pr             | 0",
                "USERNAME SW \"user-1\" AND NOT (title NE \"t\")                            | 3"
            })
    void filters(String filter, int found) {
        assertThat(SCIM.find("/Users", filter).expect(200).totalResults()).isEqualTo(found);
    }

    @ParameterizedTest
    @Tag("T2.1-invalidFilter")
    @Tag("P4.2-3")
    @Tag("P4.2-4")
    @Tag("P4.2-8")
    @Tag("Trap-24")
    @CsvSource(
            delimiter = '|',
            value = {
                "userName zz \"x\"          | operator",
                "nobody eq \"x\"            | nobody",
                "password eq \"x\"          | password",
                "active gt true             | active",
                "userName eq                | character",
                "userName eq \"x\" and      | character",
                "(userName eq \"x\"         | character",
                "emails[type eq \"work\"    | character",
                "userName eq 'x' or '1'='1' | character",
                "x'; drop table users; --   | character"
            })
    void filtersThatCannotBe(String filter, String named) {
        var refused = SCIM.find("/Users", filter).expectError(400, "invalidFilter");

        assertThat(refused.text("/detail")).contains(named);
    }

    @Test
    @Tag("Trap-24")
    @Tag("P4.1-8")
    void textsInFiltersAreOnlyTexts() {
        for (var text :
                List.of("x' or '1'='1", "%", "_", "\\\\", "\\\"", "\\u0041'; --", "$1", "?")) {
            assertThat(SCIM.find("/Users", "userName co \"" + text + "\"").expect(200))
                    .returns(0, found -> found.totalResults());
        }
    }

    @Test
    @Tag("P3.9-5")
    @Tag("P3.9-10")
    @Tag("P3.9-12")
    void whatIsShown() {
        var named = SCIM.get("/Users?count=1&attributes=userName,emails.TYPE,nobody").expect(200);
        assertThat(named.body().at("/Resources/0").propertyNames())
                .containsExactlyInAnyOrder("schemas", "id", "userName", "emails");
        assertThat(named.body().at("/Resources/0/emails/0").propertyNames())
                .containsExactly("type");

        var rest = SCIM.get("/Users?count=1&excludedAttributes=emails,ID,meta").expect(200);
        assertThat(rest.body().at("/Resources/0").propertyNames())
                .containsExactlyInAnyOrder(
                        "schemas", "id", "externalId", "userName", "title", "active");

        SCIM.get("/Users?attributes=title&excludedAttributes=emails")
                .expectError(400, "invalidValue");
    }
}
