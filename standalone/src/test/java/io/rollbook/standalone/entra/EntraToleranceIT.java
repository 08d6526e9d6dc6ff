package io.rollbook.standalone.entra;

import static io.rollbook.standalone.client.ScimClient.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;

/** The tolerance list: each line that Entra's habits demand is one test. */
class EntraToleranceIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("entra").scim();
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final String name = UUID.randomUUID() + "@contoso.example";

    @ParameterizedTest
    @Tag("E12-1")
    @Tag("P3.5.2-2")
    @ValueSource(strings = {"Replace", "replace", "REPLACE"})
    void opInAnyCase(String op) {
        var user = user();

        SCIM.patch(user, "{\"op\":\"" + op + "\",\"path\":\"title\",\"value\":\"x\"}").expect(200);

        assertThat(SCIM.get(user).text("/title")).isEqualTo("x");
    }

    @Test
    @Tag("E12-2")
    void booleanStringsInBodyPatchAndFilter() {
        var created =
                SCIM.post(
                                "/Users",
                                """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                                 "userName":"%s","active":"True",
                                 "emails":[{"type":"work","value":"a@b.example","primary":"True"}]}\
                                """
                                        .formatted(name))
                        .expect(201);
        assertThat(created.body().at("/emails/0/primary").asBoolean()).isTrue();

        SCIM.patch(
                        "/Users/" + created.id(),
                        "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}")
                .expect(200);

        assertThat(SCIM.get("/Users/" + created.id()).body().path("active").asBoolean(true))
                .isFalse();
        var filter = "userName eq \"" + name + "\" and active eq \"False\"";
        assertThat(SCIM.find("/Users", filter).expect(200).totalResults()).isOne();
    }

    @Test
    @Tag("E12-3")
    void unknownSchemaUrn() {
        SCIM.post(
                        "/Groups",
                        """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group",
                          "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
                         "externalId":"5f9b","displayName":"%s","meta":{"resourceType":"Group"}}\
                        """
                                .formatted(name))
                .expect(201);
    }

    @Test
    @Tag("E12-4")
    void extensionThatIsNotListed() {
        var created =
                SCIM.post(
                                "/Users",
                                """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                                 "userName":"%s","%s":{"department":"Risk"}}\
                                """
                                        .formatted(name, ENTERPRISE))
                        .expect(201);

        var read = SCIM.get("/Users/" + created.id());
        assertThat(read.body().path(ENTERPRISE).path("department").asString()).isEqualTo("Risk");
        assertThat(read.body().path("schemas").toString()).contains(ENTERPRISE);
    }

    @Test
    @Tag("E12-5")
    void nullAndEmptyMeanUnassigned() {
        var created =
                SCIM.post(
                                "/Users",
                                """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                                 "userName":"%s","addresses":null,"roles":[],"title":null}\
                                """
                                        .formatted(name))
                        .expect(201);

        assertThat(created.body().has("addresses")).isFalse();
        assertThat(created.body().has("roles")).isFalse();
        assertThat(created.body().has("title")).isFalse();
    }

    @Test
    @Tag("E12-6")
    void pathlessValueWithDottedAndUrnKeys() {
        var user = user();

        SCIM.patch(
                        user,
                        """
                        {"op":"replace","value":{"displayName":"Mia","name.givenName":"M",
                         "name.familyName":"O","%s:employeeNumber":"E-1"}}\
                        """
                                .formatted(ENTERPRISE))
                .expect(200);

        var read = SCIM.get(user);
        assertThat(read.text("/name/givenName")).isEqualTo("M");
        assertThat(read.text("/name/familyName")).isEqualTo("O");
        assertThat(read.body().path(ENTERPRISE).path("employeeNumber").asString()).isEqualTo("E-1");
    }

    @ParameterizedTest
    @Tag("E12-7")
    @Tag("E12-8")
    @ValueSource(strings = {"Add", "Replace"})
    void unmatchedValueFilterCreatesTheElement(String op) {
        var user = user();

        SCIM.patch(
                        user,
                        """
                        {"op":"%s","path":"phoneNumbers[type eq \\"mobile\\"].value","value":"+44 1"}\
                        """
                                .formatted(op))
                .expect(200);

        var read = SCIM.get(user);
        assertThat(read.text("/phoneNumbers/0/type")).isEqualTo("mobile");
        assertThat(read.text("/phoneNumbers/0/value")).isEqualTo("+44 1");
    }

    @Test
    @Tag("E12-8")
    @Tag("Trap-14")
    void strictProfileRefusesReplaceWithoutTarget() {
        var strict = RunningRollbook.shared().newTenant("rfc").scim();
        var user = "/Users/" + strict.createUser(name).id();

        strict.patch(
                        user,
                        """
                        {"op":"replace","path":"emails[type eq \\"work\\"].value","value":"a@b.c"}\
                        """)
                .expectError(400, "noTarget");
    }

    @Test
    @Tag("E12-9")
    @Tag("T5-members-remove")
    void removeMembersWithAValueListRemovesOnlyThose() {
        var first = SCIM.createUser(name).id();
        var second = SCIM.createUser("2" + name).id();
        var group = "/Groups/" + SCIM.createGroup(name).id();
        SCIM.patch(group, members("Add", List.of(first, second))).expect(204);

        SCIM.patch(group, members("Remove", List.of(first))).expect(204);

        assertThat(SCIM.get(group).texts("members", "value")).containsExactly(second);
    }

    @Test
    void removeMemberByValueFilter() {
        var first = SCIM.createUser(name).id();
        var second = SCIM.createUser("2" + name).id();
        var group = "/Groups/" + SCIM.createGroup(name).id();
        SCIM.patch(group, members("add", List.of(first, second))).expect(204);

        SCIM.patch(
                        group,
                        "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + first + "\\\"]\"}")
                .expect(204);

        assertThat(SCIM.get(group).texts("members", "value")).containsExactly(second);
    }

    @Test
    @Tag("E12-17")
    @Tag("E6-2")
    void nullReferenceInAMember() {
        var member = SCIM.createUser(name).id();
        var group = "/Groups/" + SCIM.createGroup(name).id();

        SCIM.patch(group, members("Add", List.of(member))).expect(204);

        assertThat(SCIM.get(group).texts("members", "value")).containsExactly(member);
    }

    @Test
    @Tag("E12-13")
    void rolesByPrimaryAsText() {
        var user = user();
        SCIM.patch(
                        user,
                        """
                        {"op":"Add","path":"roles","value":[{"primary":true,"value":"Reader"}]}\
                        """)
                .expect(200);

        SCIM.patch(
                        user,
                        """
                        {"op":"Replace","path":"roles[primary eq \\"True\\"].value","value":"Admin"}\
                        """)
                .expect(200);

        assertThat(SCIM.get(user).texts("roles", "value")).containsExactly("Admin");
    }

    @Test
    @Tag("E12-16")
    void capitalLetterInASubAttribute() {
        var user = user();

        SCIM.patch(
                        user,
                        """
                        {"op":"Add","path":"emails[type eq \\"other\\"].Value","value":"o@b.example"}\
                        """)
                .expect(200);

        assertThat(SCIM.get(user).texts("emails", "value")).containsExactly("o@b.example");
    }

    @Test
    @Tag("E12-21")
    void addingAndRemovingTwiceSucceeds() {
        var member = List.of(SCIM.createUser(name).id());
        var group = "/Groups/" + SCIM.createGroup(name).id();

        SCIM.patch(group, members("Add", member)).expect(204);
        SCIM.patch(group, members("Add", member)).expect(204);
        SCIM.patch(group, members("Remove", member)).expect(204);
        SCIM.patch(group, members("Remove", member)).expect(204);

        assertThat(SCIM.get(group).body().has("members")).isFalse();
    }

    @Test
    @Tag("E12-22")
    @Tag("Trap-12")
    @Tag("P3.5.2.1-1")
    void theSamePatchTwiceChangesNothing() {
        var user = user();
        var patch = "{\"op\":\"Replace\",\"path\":\"title\",\"value\":\"Boss\"}";
        SCIM.patch(user, patch).expect(200);
        var before = SCIM.get(user);

        SCIM.patch(user, patch).expect(200);

        assertThat(SCIM.get(user).body()).isEqualTo(before.body());
    }

    @Test
    @Tag("E12-23")
    @Tag("P3.5.2-3")
    void operationsOnOneAttributeApplyInOrder() {
        var user = user();
        SCIM.patch(user, "{\"op\":\"add\",\"path\":\"title\",\"value\":\"one\"}").expect(200);

        SCIM.patch(
                        user,
                        "{\"op\":\"remove\",\"path\":\"title\"}",
                        "{\"op\":\"add\",\"path\":\"title\",\"value\":\"two\"}",
                        "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"three\"}")
                .expect(200);

        assertThat(SCIM.get(user).text("/title")).isEqualTo("three");
    }

    private String user() {
        return "/Users/" + SCIM.createUser(name).id();
    }
}
