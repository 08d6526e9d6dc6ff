package io.rollbook.standalone.conformance;

import static io.rollbook.standalone.client.ScimClient.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the SCIM validator of Entra ID and its gallery's tests do with users. */
class ValidatorUsersIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("entra").scim();
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final String name = "mia." + UUID.randomUUID() + "@contoso.example";

    @Test
    @Tag("V-users-1")
    void createdOnceAndFound() {
        var created = SCIM.createUser(name);

        SCIM.post("/Users", ScimClient.user(name)).expectError(409, "uniqueness");
        SCIM.post("/Users", ScimClient.user(name.toUpperCase(Locale.ROOT)))
                .expectError(409, "uniqueness");
        for (var spelling : List.of(name, name.toUpperCase(Locale.ROOT))) {
            var found = SCIM.find("/Users", "userName eq \"" + spelling + "\"").expect(200);
            assertThat(found.totalResults()).isOne();
            assertThat(found.texts("Resources", "id")).containsExactly(created.id());
        }
        assertThat(SCIM.find("/Users", "userName eq \"no" + name + "\"").totalResults()).isZero();
    }

    @Test
    @Tag("V-users-2")
    @Tag("E5-3")
    @Tag("P3.6-4")
    void disabledAndRestoredWithItsGroups() {
        var user = SCIM.createUser(name).id();
        var group = SCIM.createGroup(name).id();
        SCIM.patch("/Groups/" + group, members("Add", List.of(user))).expect(204);

        SCIM.patch("/Users/" + user, replace("active", "\"False\"")).expect(200);

        var found = SCIM.find("/Users", "userName eq \"" + name + "\"").expect(200);
        assertThat(found.body().at("/Resources/0/active").asBoolean(true)).isFalse();
        var read = SCIM.get("/Users/" + user).expect(200);
        assertThat(read.body().path("active").asBoolean(true)).isFalse();
        assertThat(read.texts("groups", "value")).containsExactly(group);
        SCIM.post("/Users", ScimClient.user(name)).expectError(409, "uniqueness");
        SCIM.patch("/Users/" + user, replace("active", "true")).expect(200);
        assertThat(SCIM.get("/Groups/" + group).texts("members", "value")).containsExactly(user);
    }

    @Test
    @Tag("V-users-2")
    void renamed() {
        var path = "/Users/" + SCIM.createUser(name).id();

        SCIM.patch(path, replace("userName", "\"new." + name + "\"")).expect(200);

        assertThat(SCIM.get(path).text("/userName")).isEqualTo("new." + name);
        assertThat(SCIM.find("/Users", "userName eq \"" + name + "\"").totalResults()).isZero();
        SCIM.createUser(name);
    }

    @Test
    @Tag("V-users-3")
    @Tag("Trap-22")
    @Tag("E5-4")
    void managerAddedReplacedRemoved() {
        var path = "/Users/" + SCIM.createUser(name).id();
        var first = SCIM.createUser("1" + name).id();
        var second = SCIM.createUser("2" + name).id();
        var manager = ENTERPRISE + ":manager";

        SCIM.patch(path, add(manager, "\"" + first + "\"")).expect(200);
        SCIM.patch(path, replace(manager, "\"" + second + "\"")).expect(200);
        var read = SCIM.get(path).body();
        assertThat(read.path(ENTERPRISE).path("manager").path("value").asString())
                .isEqualTo(second);
        assertThat(read.has("manager")).isFalse();
        SCIM.patch(path, replace(manager, "\"\"")).expect(200);
        assertThat(SCIM.get(path).body().has(ENTERPRISE)).isFalse();
    }

    @Test
    @Tag("V-users-4")
    @Tag("P3.6-1")
    @Tag("P3.6-2")
    @Tag("P3.6-3")
    @Tag("Trap-18")
    @Tag("Trap-19")
    void deletedForEver() {
        var id = SCIM.createUser(name).id();
        var path = "/Users/" + id;

        SCIM.delete(path).expect(204);

        SCIM.get(path).expectError(404, "");
        SCIM.delete(path).expectError(404, "");
        SCIM.put(path, ScimClient.user(name)).expectError(404, "");
        SCIM.patch(path, replace("title", "\"x\"")).expectError(404, "");
        SCIM.delete("/Users/" + UUID.randomUUID()).expectError(404, "");
        assertThat(SCIM.find("/Users", "id eq \"" + id + "\"").totalResults()).isZero();
        assertThat(SCIM.createUser(name).id()).isNotEqualTo(id);
    }

    @Test
    @Tag("V-multi-1")
    @Tag("P3.5.2-3")
    void severalOperationsInOnePatch() {
        var path = "/Users/" + SCIM.createUser(name).id();

        SCIM.patch(
                        path,
                        add("title", "\"one\""),
                        replace("displayName", "\"Mia\""),
                        "{\"op\":\"remove\",\"path\":\"title\"}",
                        add("title", "\"two\""),
                        add("emails[type eq \\\"work\\\"].value", "\"a@b.example\""),
                        replace("emails[type eq \\\"work\\\"].value", "\"c@d.example\""))
                .expect(200);

        var read = SCIM.get(path);
        assertThat(read.text("/title")).isEqualTo("two");
        assertThat(read.text("/displayName")).isEqualTo("Mia");
        assertThat(read.texts("emails", "value")).containsExactly("c@d.example");
    }

    @Test
    @Tag("V-gallery-1")
    @Tag("E5-5")
    void emptiedByAnEmptyTextAndByNull() {
        var path = "/Users/" + SCIM.createUser(name).id();
        for (var nothing : List.of("\"\"", "null")) {
            SCIM.patch(path, add("title", "\"x\""), add("name.givenName", "\"x\"")).expect(200);
            assertThat(SCIM.get(path).text("/title")).isEqualTo("x");

            SCIM.patch(path, replace("title", nothing), replace("name.givenName", nothing))
                    .expect(200);

            assertThat(SCIM.get(path).body().has("title")).isFalse();
            assertThat(SCIM.get(path).body().has("name")).isFalse();
        }
    }

    @Test
    @Tag("V-gallery-2")
    @Tag("E7-1")
    void everyMappedAttributePatchedAndReadAndMatched() {
        var id = SCIM.createUser(name).id();
        var patches = new LinkedHashMap<String, String>();
        mapped().forEach((path, pointer) -> patches.put(path, "v " + UUID.randomUUID()));

        var operations =
                patches.entrySet().stream()
                        .map(each -> replace(quoted(each.getKey()), text(each.getValue())))
                        .toArray(String[]::new);
        SCIM.patch("/Users/" + id, operations).expect(200);

        var read = SCIM.get("/Users/" + id).expect(200).body();
        mapped().forEach(
                        (path, pointer) ->
                                assertThat(read.at(pointer).asString(""))
                                        .as(path)
                                        .isEqualTo(patches.get(path)));
        patches.forEach(
                (path, value) ->
                        assertThat(SCIM.find("/Users", path + " eq " + text(value)).expect(200))
                                .as(path)
                                .returns(1, found -> found.totalResults()));
    }

    @Test
    @Tag("Trap-23")
    @Tag("P3.5.2-8")
    @Tag("C3.3-1")
    void schemasFollowTheExtension() {
        var path = "/Users/" + SCIM.createUser(name).id();
        assertThat(SCIM.get(path).body().path("schemas").size()).isOne();

        SCIM.patch(path, add(ENTERPRISE + ":division", "\"x\"")).expect(200);
        assertThat(SCIM.get(path).body().at("/schemas/1").asString()).isEqualTo(ENTERPRISE);
        SCIM.patch(path, "{\"op\":\"remove\",\"path\":\"" + ENTERPRISE + ":division\"}")
                .expect(200);
        assertThat(SCIM.get(path).body().path("schemas").size()).isOne();
    }

    @Test
    @Tag("P4.2-9")
    @Tag("C3.1-4")
    void defaultsAreFilteredAndExternalIdsNeedNotDiffer() {
        var body = "{\"userName\":\"%s\",\"externalId\":\"" + name + "\"}";
        SCIM.post("/Users", body.formatted(name)).expect(201);
        SCIM.post("/Users", body.formatted("2" + name)).expect(201);

        var mine = "externalId eq \"" + name + "\"";
        assertThat(SCIM.find("/Users", mine).totalResults()).isEqualTo(2);
        assertThat(SCIM.find("/Users", mine + " and active eq true").totalResults()).isEqualTo(2);
        assertThat(SCIM.find("/Users", mine + " and active eq \"False\"").totalResults()).isZero();
    }

    private static Map<String, String> mapped() {
        var mapped = new LinkedHashMap<String, String>();
        for (var simple :
                List.of("displayName", "title", "preferredLanguage", "externalId", "nickName")) {
            mapped.put(simple, "/" + simple);
        }
        for (var part : List.of("givenName", "familyName", "formatted", "honorificPrefix")) {
            mapped.put("name." + part, "/name/" + part);
        }
        for (var part : List.of("employeeNumber", "department", "costCenter", "organization")) {
            mapped.put(ENTERPRISE + ":" + part, "/" + ENTERPRISE + "/" + part);
        }
        mapped.put("emails[type eq \"work\"].value", "/emails/0/value");
        mapped.put("phoneNumbers[type eq \"mobile\"].value", "/phoneNumbers/0/value");
        mapped.put("phoneNumbers[type eq \"fax\"].value", "/phoneNumbers/1/value");
        for (var part : List.of("streetAddress", "locality", "region", "postalCode", "country")) {
            mapped.put("addresses[type eq \"work\"]." + part, "/addresses/0/" + part);
        }
        mapped.put("locale", "/locale");
        mapped.put("timezone", "/timezone");
        mapped.put("userType", "/userType");
        return mapped;
    }

    private static String quoted(String path) {
        return path.replace("\"", "\\\"");
    }

    private static String text(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static String add(String path, String value) {
        return "{\"op\":\"Add\",\"path\":\"" + path + "\",\"value\":" + value + "}";
    }

    private static String replace(String path, String value) {
        return "{\"op\":\"Replace\",\"path\":\"" + path + "\",\"value\":" + value + "}";
    }
}
