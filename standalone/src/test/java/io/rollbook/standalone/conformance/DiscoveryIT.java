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

/** RFC 7644 §4, RFC 7643 §5 to §7. */
class DiscoveryIT {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
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

    private static void assertComplete(JsonNode attribute) {
        assertThat(attribute.propertyNames())
                .as(attribute.path("name").asString())
                .contains("name", "type", "multiValued", "description", "required")
                .contains("mutability", "returned");
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
