package io.rollbook.standalone.entra;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How Entra tests a connection and finds what it manages. */
class EntraMatchingIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("entra").scim();

    private final String name = "Mia." + UUID.randomUUID() + "@contoso.example";
    private final String externalId = "Ext-" + UUID.randomUUID();

    @ParameterizedTest
    @Tag("E4-1")
    @Tag("Trap-2")
    @ValueSource(strings = {"/Users", "/Groups"})
    void testConnectionFindsNothingAndIsHappy(String type) {
        var attribute = type.equals("/Users") ? "userName" : "displayName";

        var answer = SCIM.find(type, attribute + " eq \"" + UUID.randomUUID() + "\"").expect(200);

        assertThat(answer.totalResults()).isZero();
        assertThat(answer.body().path("Resources").isArray()).isTrue();
        assertThat(answer.body().path("startIndex").asInt()).isOne();
        assertThat(answer.body().path("itemsPerPage").asInt(-1)).isZero();
        assertThat(answer.header("Content-Type")).startsWith("application/scim+json");
    }

    @Test
    @Tag("E12-14")
    @Tag("Trap-7")
    void userNameInAnotherCase() {
        create();

        assertFound("userName eq \"" + name.toUpperCase(Locale.ROOT) + "\"");
    }

    @Test
    @Tag("E12-15")
    @Tag("Trap-8")
    @Tag("C3.1-4")
    @Tag("C7-2")
    void externalIdExactlyOnly() {
        create();

        assertFound("externalId eq \"" + externalId + "\"");
        var other = externalId.toUpperCase(Locale.ROOT);
        assertThat(SCIM.find("/Users", "externalId eq \"" + other + "\"").totalResults()).isZero();
    }

    @Test
    void idAndCombinations() {
        var id = create().id();

        assertFound("id eq \"" + id + "\"");
        assertFound("id eq \"" + id + "\" and userName eq \"" + name + "\"");
        var filter = "id eq \"" + id + "\" and userName eq \"nobody\"";
        assertThat(SCIM.find("/Users", filter).expect(200).totalResults()).isZero();
    }

    @ParameterizedTest
    @Tag("E12-11")
    @Tag("P4.1-6")
    @ValueSource(
            strings = {
                "emails[type eq \"work\"].value eq \"%s\"",
                "emails.value eq \"%s\"",
                "emails eq \"%s\"",
                "emails[type eq \"work\" and value eq \"%s\"]"
            })
    void workEmail(String filter) {
        create();

        assertFound(filter.formatted(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void anEmailOfAnotherTypeDoesNotMatch() {
        create();

        var filter = "emails[type eq \"home\"].value eq \"" + name + "\"";
        assertThat(SCIM.find("/Users", filter).expect(200).totalResults()).isZero();
    }

    @Test
    @Tag("P3.6-4")
    void disabledUsersAreFoundToo() {
        var id = create().id();
        SCIM.patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}")
                .expect(200);

        var found = SCIM.find("/Users", "userName eq \"" + name + "\"");

        assertThat(found.totalResults()).isOne();
        assertThat(found.body().at("/Resources/0/active").asBoolean(true)).isFalse();
    }

    @Test
    @Tag("E6-4")
    @Tag("P3.9-15")
    void groupsByNameWithoutMembers() {
        var member = create().id();
        var group = SCIM.createGroup("Risk " + externalId).id();
        SCIM.patch("/Groups/" + group, ScimClient.members("Add", List.of(member)));

        var query =
                "/Groups?excludedAttributes=members&filter=displayName+eq+%22RISK+"
                        + externalId.toUpperCase(Locale.ROOT)
                        + "%22";
        var found = SCIM.get(query).expect(200);

        assertThat(found.totalResults()).isOne();
        assertThat(found.body().at("/Resources/0").has("members")).isFalse();
        assertThat(
                        SCIM.get("/Groups/" + group + "?excludedAttributes=members")
                                .body()
                                .has("members"))
                .isFalse();
        assertThat(SCIM.get("/Groups/" + group).body().has("members")).isTrue();
    }

    @Test
    @Tag("E6-3")
    @Tag("E12-11")
    void membershipIsAskedByFilter() {
        var member = create().id();
        var group = SCIM.createGroup("Risk " + externalId).id();
        var filter = "id eq \"" + group + "\" and members eq \"" + member + "\"";
        assertThat(SCIM.find("/Groups", filter).expect(200).totalResults()).isZero();

        SCIM.patch("/Groups/" + group, ScimClient.members("Add", List.of(member)));

        assertThat(SCIM.find("/Groups", filter).expect(200).totalResults()).isOne();
    }

    @ParameterizedTest
    @Tag("E12-19")
    @Tag("E12-20")
    @Tag("H-1")
    @ValueSource(
            strings = {"/Users/?count=1", "//Users?count=1", "/Users?count=1&aadOptscim062020"})
    void slashesAndUnknownParametersDoNotMatter(String path) {
        SCIM.get(path).expect(200);
    }

    @ParameterizedTest
    @Tag("T2.1-invalidFilter")
    @ValueSource(
            strings = {"userName foo \"x\"", "userName eq", "nothing eq \"x\"", "(userName pr"})
    void badFilters(String filter) {
        SCIM.find("/Users", filter).expectError(400, "invalidFilter");
    }

    @Test
    @Tag("E9-1")
    void pagesEchoTheirStart() {
        var tenant = RunningRollbook.shared().newTenant("entra").scim();
        for (int i = 0; i < 7; i++) {
            tenant.createUser("page." + i);
        }

        var second = tenant.get("/Users?startIndex=6&count=5").expect(200);

        assertThat(second.totalResults()).isEqualTo(7);
        assertThat(second.body().path("startIndex").asInt()).isEqualTo(6);
        assertThat(second.body().path("itemsPerPage").asInt()).isEqualTo(2);
        assertThat(second.body().path("Resources").size()).isEqualTo(2);
    }

    private void assertFound(String filter) {
        assertThat(SCIM.find("/Users", filter).expect(200).totalResults()).as(filter).isOne();
    }

    private Answer create() {
        return SCIM.post(
                        "/Users",
                        """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                         "userName":"%1$s","externalId":"%2$s","active":true,
                         "emails":[{"type":"work","primary":true,"value":"%1$s"}]}\
                        """
                                .formatted(name, externalId))
                .expect(201);
    }
}
