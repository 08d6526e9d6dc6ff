package io.rollbook.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** RFC 7644 §4, RFC 7643 §5 to §7. */
class DiscoveryIT {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("entra").scim();

    @Test
    @Tag("C5-1")
    @Tag("C5-2")
    @Tag("C5-3")
    @Tag("P4-4")
    void howToAuthenticateIsReadableWithoutAToken() {
        var address = RunningRollbook.shared().scimBase() + "/ServiceProviderConfig";
        var config =
                SCIM.send(HttpRequest.newBuilder(URI.create(address)).build()).expect(200).body();

        assertThat(config.at("/patch/supported").asBoolean(false)).isTrue();
        assertThat(config.at("/filter/supported").asBoolean(false)).isTrue();
        assertThat(config.at("/filter/maxResults").asInt(0)).isPositive();
        assertThat(config.at("/changePassword/supported").asBoolean(true)).isFalse();
        assertThat(config.at("/etag/supported").asBoolean(false)).isTrue();
        assertThat(config.path("sort").path("supported").isBoolean()).isTrue();
        assertThat(config.at("/bulk/supported").isBoolean()).isTrue();
        assertThat(config.at("/bulk/maxOperations").isInt()).isTrue();
        assertThat(config.at("/bulk/maxPayloadSize").isInt()).isTrue();
        var scheme = config.at("/authenticationSchemes/0");
        assertThat(scheme.path("type").asString("")).isEqualTo("oauthbearertoken");
        assertThat(scheme.path("name").asString("")).isNotBlank();
        assertThat(scheme.path("description").asString("")).isNotBlank();
        assertThat(config).isEqualTo(SCIM.get("/ServiceProviderConfig").body());
    }

    @Test
    @Tag("C6-1")
    @Tag("C6-2")
    @Tag("P4-1")
    @Tag("P4-3")
    void whatResourceTypesNameExists() {
        var types = SCIM.get("/ResourceTypes?startIndex=2&count=1&sortBy=name").expect(200);

        assertThat(types.texts("Resources", "name")).contains("User", "Group");
        assertThat(types.totalResults()).isEqualTo(types.body().path("Resources").size());
        for (var type : types.body().path("Resources")) {
            SCIM.get(type.path("endpoint").asString()).expect(200);
            SCIM.get("/Schemas/" + type.path("schema").asString()).expect(200);
            assertThat(SCIM.get("/ResourceTypes/" + type.path("name").asString()).body())
                    .isEqualTo(type);
            for (var extension : type.path("schemaExtensions")) {
                assertThat(extension.path("required").isBoolean()).isTrue();
                SCIM.get("/Schemas/" + extension.path("schema").asString()).expect(200);
            }
        }
    }

    @Test
    @Tag("C7-1")
    @Tag("E8-1")
    @Tag("P3.1-2")
    void schemasAreCompleteAndHaveNoNulls() {
        var schemas = SCIM.get("/Schemas?count=1").expect(200);

        assertThat(schemas.texts("Resources", "id"))
                .contains(
                        USER,
                        "urn:ietf:params:scim:schemas:core:2.0:Group",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
                .noneMatch(id -> id.startsWith("urn:ietf:params:scim:api:messages"));
        assertThat(schemas.body().toString()).doesNotContain("null");
        for (var schema : schemas.body().path("Resources")) {
            assertThat(schema.at("/meta/resourceType").asString()).isEqualTo("Schema");
            schema.path("attributes").forEach(DiscoveryIT::assertComplete);
        }
    }

    /** As the gallery's test does: names in the form of paths, one for each canonical type. */
    @Test
    @Tag("E8-1")
    void everyAttributeThatEntraMapsIsThere() {
        var names = new ArrayList<String>();
        for (var schema : SCIM.get("/Schemas").expect(200).body().path("Resources")) {
            var id = schema.path("id").asString();
            var prefix = id.contains(":extension:") ? id + ":" : "";
            schema.path("attributes").forEach(each -> addNames(prefix, each, names));
        }

        assertThat(names)
                .contains("userName", "active", "displayName", "title", "preferredLanguage")
                .contains("nickName", "locale", "timezone", "userType", "externalId", "members")
                .contains("name.givenName", "name.familyName", "name.formatted")
                .contains("name.honorificPrefix", "name.honorificSuffix")
                .contains("emails[type eq \"work\"].value")
                .contains("phoneNumbers[type eq \"work\"].value")
                .contains("phoneNumbers[type eq \"mobile\"].value")
                .contains("phoneNumbers[type eq \"fax\"].value")
                .contains("addresses[type eq \"other\"].formatted")
                .contains("addresses[type eq \"work\"].streetAddress")
                .contains("addresses[type eq \"work\"].locality")
                .contains("addresses[type eq \"work\"].region")
                .contains("addresses[type eq \"work\"].postalCode")
                .contains("addresses[type eq \"work\"].country")
                .contains(ENTERPRISE + ":employeeNumber", ENTERPRISE + ":department")
                .contains(ENTERPRISE + ":manager");
    }

    private static void addNames(String prefix, JsonNode attribute, List<String> names) {
        var name = prefix + attribute.path("name").asString();
        names.add(name);
        var parts = attribute.path("subAttributes");
        for (var part : parts) {
            names.add(name + "." + part.path("name").asString());
            for (var type : part.path("canonicalValues")) {
                for (var other : parts) {
                    names.add(
                            "%s[%s eq \"%s\"].%s"
                                    .formatted(
                                            name,
                                            part.path("name").asString(),
                                            type.asString(),
                                            other.path("name").asString()));
                }
            }
        }
    }

    private static void assertComplete(JsonNode attribute) {
        assertThat(attribute.propertyNames())
                .as(attribute.path("name").asString())
                .contains("name", "type", "multiValued", "description", "required")
                .contains("mutability", "returned");
        assertThat(attribute.path("mutability").asString())
                .isIn("readOnly", "readWrite", "immutable", "writeOnly");
        assertThat(attribute.path("returned").asString())
                .isIn("always", "never", "default", "request");
        assertThat(attribute.path("uniqueness").asString("none")).isIn("none", "server", "global");
        if (attribute.path("type").asString().equals("complex")) {
            assertThat(attribute.path("subAttributes").isArray()).isTrue();
            attribute.path("subAttributes").forEach(DiscoveryIT::assertComplete);
        }
    }

    @ParameterizedTest
    @Tag("P4-2")
    @Tag("Trap-16")
    @ValueSource(
            strings = {
                "/Schemas",
                "/ResourceTypes",
                "/ServiceProviderConfig",
                "/Schemas/" + USER,
                "/ResourceTypes/User"
            })
    void filtersAreForbidden(String path) {
        SCIM.get(path + "?filter=name+eq+%22User%22").expectError(403, "");
    }

    @ParameterizedTest
    @Tag("P4-5")
    @Tag("P3.2-3")
    @ValueSource(
            strings = {
                "/Schemas",
                "/ResourceTypes",
                "/ServiceProviderConfig",
                "/Schemas/" + USER,
                "/ResourceTypes/User"
            })
    void writesAreNotAllowed(String path) {
        for (var method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            var answer = SCIM.send(method, path, method.equals("DELETE") ? "" : "{}");

            assertThat(answer.expectError(405, "").header("Allow")).startsWith("GET");
        }
    }

    @ParameterizedTest
    @Tag("P4-3")
    @ValueSource(strings = {"/Schemas/urn:nobody", "/ResourceTypes/Nobody"})
    void whatDoesNotExistIs404(String path) {
        SCIM.get(path).expectError(404, "");
    }
}
