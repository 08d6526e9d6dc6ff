package io.rollbook.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.UUID;

/** What Microsoft Entra does with an application, in the order in which it does it. */
class ProvisioningCycleIT {

    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ScimClient scim = RunningRollbook.shared().newTenant().scim();

    @Test
    void testsTheConnection() {
        var answer = scim.find("/Users", "userName eq \"" + UUID.randomUUID() + "\"").expect(200);
        assertThat(answer.json().path("totalResults").asInt()).isZero();
        assertThat(answer.json().path("Resources").isArray()).isTrue();
        assertThat(answer.header("Content-Type")).startsWith("application/scim+json");
        new ScimClient(scim.port(), "wrong").get("/Users").expect(401);
    }

    @Test
    void createsMatchesAndUpdatesAUser() {
        var created = scim.post("/Users", Bodies.user("mia@contoso.example")).expect(201);
        var path = "/Users/" + created.id();
        assertThat(created.header("Location")).endsWith("/scim/v2" + path);
        assertThat(created.header("ETag")).isEqualTo("W/\"1\"");
        assertThat(total("/Users", "userName eq \"MIA@contoso.example\"")).isOne();
        assertThat(total("/Users", "externalId eq \"external-mia@contoso.example\"")).isOne();
        assertThat(total("/Users", "emails[type eq \"work\"].value eq \"mia@contoso.example\""))
                .isOne();
        assertThat(total("/Users", "userName eq \"mia@contoso.example\" and active eq true"))
                .isOne();

        scim.patch(path, Bodies.replace("name.familyName", "\"Adler\"")).expect(200);
        scim.patch(path, Bodies.replace("emails[type eq \"work\"].value", "\"adler@c.example\""))
                .expect(200);
        scim.patch(
                        path,
                        "{\"op\": \"add\", \"value\": {\"" + ENTERPRISE + ":department\": \"IT\"}}")
                .expect(200);
        var user = scim.get(path).expect(200).json();
        assertThat(user.path("name").path("familyName").asString()).isEqualTo("Adler");
        assertThat(user.path("emails").path(0).path("value").asString())
                .isEqualTo("adler@c.example");
        assertThat(user.path(ENTERPRISE).path("department").asString()).isEqualTo("IT");
    }

    @Test
    void disablesRestoresAndDeletesAUser() {
        var path = "/Users/" + scim.post("/Users", Bodies.user("kim")).expect(201).id();
        scim.patch(path, Bodies.replace("active", "\"False\"")).expect(200);
        assertThat(scim.get(path).expect(200).json().path("active").asBoolean()).isFalse();
        scim.patch(path, Bodies.replace("active", "true")).expect(200);
        assertThat(scim.get(path).expect(200).json().path("active").asBoolean()).isTrue();
        scim.delete(path).expect(204);
        scim.delete(path).expect(404);
        scim.get(path).expect(404);
        scim.post("/Users", Bodies.user("kim")).expect(201);
    }

    @Test
    void setsReplacesAndClearsAManager() {
        var boss = scim.post("/Users", Bodies.user("boss")).expect(201).id();
        var path = "/Users/" + scim.post("/Users", Bodies.user("report")).expect(201).id();
        scim.patch(path, Bodies.replace("manager", "\"" + boss + "\"")).expect(200);
        assertThat(manager(path).path("value").asString()).isEqualTo(boss);
        scim.patch(path, "{\"op\": \"Remove\", \"path\": \"" + ENTERPRISE + ":manager\"}")
                .expect(200);
        assertThat(manager(path).isMissingNode()).isTrue();
    }

    @Test
    void fillsRenamesAndDeletesAGroup() {
        var kim = scim.post("/Users", Bodies.user("kim@group")).expect(201).id();
        var created = scim.post("/Groups", Bodies.group("Sales")).expect(201);
        var path = "/Groups/" + created.id();
        assertThat(total("/Groups", "displayName eq \"SALES\"")).isOne();
        scim.patch(path, Bodies.addMember(kim)).expect(204);
        scim.patch(path, Bodies.addMember(kim)).expect(204);
        assertThat(scim.get(path).expect(200).json().path("members").size()).isOne();
        assertThat(total("/Groups", "members eq \"" + kim + "\"")).isOne();
        assertThat(scim.get(path + "?excludedAttributes=members").json().has("members")).isFalse();
        assertThat(groupsOf(kim).path(0).path("value").asString()).isEqualTo(created.id());

        scim.patch(path, Bodies.replace("displayName", "\"Field Sales\"")).expect(204);
        assertThat(scim.get(path).json().path("displayName").asString()).isEqualTo("Field Sales");
        scim.patch(path, Bodies.removeMember(kim)).expect(204);
        assertThat(scim.get(path).json().path("members").isEmpty()).isTrue();
        assertThat(groupsOf(kim).isEmpty()).isTrue();
        scim.delete(path).expect(204);
        scim.get(path).expect(404);
    }

    @Test
    void tellsWhatItSupports() {
        for (var path : new String[] {"/ServiceProviderConfig", "/ResourceTypes", "/Schemas"}) {
            assertThat(scim.get(path).expect(200).json().isObject()).isTrue();
        }
    }

    private int total(String endpoint, String filter) {
        return scim.find(endpoint, filter).expect(200).json().path("totalResults").asInt();
    }

    private JsonNode manager(String path) {
        return scim.get(path).expect(200).json().path(ENTERPRISE).path("manager");
    }

    private JsonNode groupsOf(String user) {
        return scim.get("/Users/" + user).expect(200).json().path("groups");
    }
}
