package io.rollbook.standalone.entra;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;

/** The manager in each form that Entra uses to set, replace and clear it. */
class EntraManagerIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("entra").scim();
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private String boss = "";
    private String userId = "";

    @BeforeEach
    void twoUsers() {
        boss = SCIM.createUser("boss." + UUID.randomUUID()).id();
        userId = SCIM.createUser("user." + UUID.randomUUID()).id();
    }

    @Test
    @Tag("E12-10")
    @Tag("E5-4")
    @Tag("C4.3-1")
    void bareTextUnderTheUrn() {
        set("{\"op\":\"Add\",\"path\":\"" + ENTERPRISE + ":manager\",\"value\":\"" + boss + "\"}");

        assertThat(manager()).isEqualTo(boss);
        var read = user().body().path(ENTERPRISE).path("manager");
        assertThat(read.isObject()).isTrue();
        assertThat(read.path("$ref").asString()).endsWith("/Users/" + boss);
    }

    @Test
    @Tag("E12-10")
    @Tag("E12-12")
    void listWithoutTheUrn() {
        set(
                """
                {"op":"Add","path":"manager","value":[
                  {"$ref":"https://api.example.com/scim/v2/Users/%1$s","value":"%1$s"}]}\
                """
                        .formatted(boss));

        assertThat(manager()).isEqualTo(boss);
    }

    @Test
    void replacedByAnother() {
        bareTextUnderTheUrn();
        var next = SCIM.createUser("next." + UUID.randomUUID()).id();

        set(
                "{\"op\":\"Replace\",\"path\":\""
                        + ENTERPRISE
                        + ":manager\",\"value\":\""
                        + next
                        + "\"}");

        assertThat(manager()).isEqualTo(next);
    }

    @ParameterizedTest
    @Tag("E12-10")
    @ValueSource(strings = {"\"value\":\"\"", "\"value\":null"})
    void clearedByAnEmptyValue(String value) {
        bareTextUnderTheUrn();

        set("{\"op\":\"Replace\",\"path\":\"" + ENTERPRISE + ":manager\"," + value + "}");

        assertThat(user().body().path(ENTERPRISE).has("manager")).isFalse();
    }

    @Test
    @Tag("E12-10")
    void removedByValueFilter() {
        bareTextUnderTheUrn();

        set("{\"op\":\"Remove\",\"path\":\"manager[value eq \\\"" + boss + "\\\"]\"}");

        assertThat(user().body().path(ENTERPRISE).has("manager")).isFalse();
    }

    @Test
    @Tag("E5-2")
    @Tag("E12-11")
    void referenceCheckBeforeAWrite() {
        var filter = "id eq \"" + userId + "\" and manager eq \"" + boss + "\"";
        assertThat(SCIM.find("/Users", filter).expect(200).totalResults()).isZero();

        bareTextUnderTheUrn();

        assertThat(SCIM.find("/Users", filter).expect(200).totalResults()).isOne();
    }

    private void set(String operation) {
        SCIM.patch("/Users/" + userId, operation).expect(200);
    }

    private String manager() {
        return user().body().path(ENTERPRISE).path("manager").path("value").asString("");
    }

    private Answer user() {
        return SCIM.get("/Users/" + userId).expect(200);
    }
}
