package io.rollbook.standalone.entra;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.RunningRollbook.Tenant;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.UUID;

/** What is wrong gets the right error, changes nothing and stands once in the log. */
class BadInputIT {

    private static final Tenant TENANT = RunningRollbook.shared().newTenant("entra");
    private static final ScimClient SCIM = TENANT.scim();

    @ParameterizedTest
    @Tag("T2.1-invalidSyntax")
    @Tag("T2.1-invalidValue")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"userName\":                                    | 400 | invalidSyntax",
                "[]                                                | 400 | invalidSyntax",
                "{\"schemas\":[\"urn:x\"],\"userName\":5}           | 400 | invalidValue",
                "{\"schemas\":[],\"displayName\":\"x\"}             | 400 | invalidValue",
                "{\"userName\":\"a\",\"userName\":\"b\"}            | 400 | invalidSyntax",
                "{\"userName\":\"a\",\"emails\":[{\"value\":5}]}   | 400 | invalidValue",
                "{\"userName\":\"a\",\"active\":\"perhaps\"}        | 400 | invalidValue",
                "{\"userName\":\"\"}                               | 400 | invalidValue"
            })
    void bodies(String body, int status, String scimType) {
        var refused = SCIM.post("/Users", body).expectError(status, scimType);

        assertThat(TENANT.awaitEntry(refused).path("status").asString()).isEqualTo("failure");
    }

    @Test
    @Tag("H-10")
    void deepNesting() {
        SCIM.post("/Users", "{\"userName\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                .expect(400);
    }

    @Test
    void bodiesThatAreTooLarge() {
        var refused = SCIM.post("/Users", "{\"userName\":\"" + "x".repeat(2 << 20) + "\"}");

        refused.expect(413);
        assertThat(refused.text("/detail")).contains("1048576");
        assertThat(TENANT.awaitEntry(refused).at("/refusal/httpStatus").asInt()).isEqualTo(413);
    }

    @ParameterizedTest
    @Tag("P3.5.2-6")
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense           | invalidPath",
                "emails[            | invalidPath",
                "id                 | mutability",
                "groups             | mutability",
                "emails[type foo 1] | invalidFilter"
            })
    void patchPaths(String path, String scimType) {
        var user = "/Users/" + SCIM.createUser(UUID.randomUUID().toString()).id();

        SCIM.patch(user, "{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":\"x\"}")
                .expectError(400, scimType);
    }

    @Test
    @Tag("P3.5.2.2-2")
    void requiredAttributesStay() {
        var user = "/Users/" + SCIM.createUser(UUID.randomUUID().toString()).id();

        SCIM.patch(user, "{\"op\":\"remove\",\"path\":\"userName\"}")
                .expectError(400, "mutability");
        SCIM.patch(user, "{\"op\":\"remove\"}").expectError(400, "noTarget");
        SCIM.patch(user, "{\"op\":\"turn\",\"path\":\"title\"}").expectError(400, "invalidSyntax");
    }

    @Test
    @Tag("P3.4.1-1")
    @Tag("P3.2-1")
    @Tag("P3.11-1")
    void whatDoesNotExist() {
        SCIM.get("/Nothing").expect(404);
        SCIM.post("/Nothing", "{}").expect(404);
        SCIM.get("/Users/" + UUID.randomUUID()).expect(404);
        SCIM.put("/Users/" + UUID.randomUUID(), "{\"userName\":\"x\"}").expect(404);
        SCIM.get("/Me").expect(501);
    }

    @Test
    @Tag("P2-1")
    void withoutAToken() {
        var nobody = new ScimClient(RunningRollbook.shared().scimBase(), "nonsense");

        var refused = nobody.get("/Users").expect(401);

        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(refused.header("Content-Type")).startsWith("application/scim+json");
    }
}
