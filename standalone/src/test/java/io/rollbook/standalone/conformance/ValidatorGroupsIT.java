package io.rollbook.standalone.conformance;

import static io.rollbook.standalone.client.ScimClient.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What the SCIM validator of Entra ID and its gallery's tests do with groups. */
class ValidatorGroupsIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("entra").scim();

    private final String name = "Risk " + UUID.randomUUID();

    @Test
    @Tag("V-groups-1")
    @Tag("E6-1")
    @Tag("E6-4")
    void createdOnceAndFoundWithoutMembers() {
        var user = SCIM.createUser(name).id();
        var body =
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group",
                   "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
                 "externalId":"5f9b","displayName":"%s","meta":{"resourceType":"Group"}}\
                """
                        .formatted(name);
        var id = SCIM.post("/Groups", body).expect(201).id();
        SCIM.post("/Groups", body).expectError(409, "uniqueness");
        SCIM.patch("/Groups/" + id, members("Add", List.of(user))).expect(204);

        var read = SCIM.get("/Groups/" + id + "?excludedAttributes=members").expect(200);
        assertThat(read.body().has("members")).isFalse();
        for (var spelling : List.of(name, name.toUpperCase(Locale.ROOT))) {
            var filter = "displayName eq \"" + spelling + "\"";
            assertThat(SCIM.find("/Groups", filter).texts("Resources", "id")).containsExactly(id);
        }
        var query = "?excludedAttributes=members&filter=displayName+eq+%22";
        var found = SCIM.get("/Groups" + query + name.replace(' ', '+') + "%22").expect(200);
        assertThat(found.totalResults()).isOne();
        assertThat(found.body().at("/Resources/0").has("members")).isFalse();
        assertThat(SCIM.find("/Groups", "displayName eq \"No " + name + "\"").totalResults())
                .isZero();
    }

    @Test
    @Tag("V-groups-2")
    @Tag("E6-2")
    @Tag("E6-3")
    @Tag("P3.5.2-14")
    @Tag("V-multi-1")
    void patched() {
        var first = SCIM.createUser("1 " + name).id();
        var second = SCIM.createUser("2 " + name).id();
        var id = SCIM.createGroup(name).id();
        var path = "/Groups/" + id;

        SCIM.patch(path, members("Add", List.of(first, second, first))).expect(204);
        assertThat(SCIM.get(path).texts("members", "value"))
                .containsExactlyInAnyOrder(first, second);
        var member = "id eq \"" + id + "\" and members eq \"%s\"";
        assertThat(SCIM.find("/Groups", member.formatted(first)).totalResults()).isOne();

        SCIM.patch(
                        path,
                        members("Remove", List.of(first)),
                        "{\"op\":\"Replace\",\"path\":\"displayName\",\"value\":\"New "
                                + name
                                + "\"}",
                        "{\"op\":\"Replace\",\"path\":\"externalId\",\"value\":\"e-2\"}")
                .expect(204);

        var read = SCIM.get(path).expect(200);
        assertThat(read.text("/displayName")).isEqualTo("New " + name);
        assertThat(read.text("/externalId")).isEqualTo("e-2");
        assertThat(read.texts("members", "value")).containsExactly(second);
        assertThat(SCIM.find("/Groups", member.formatted(first)).totalResults()).isZero();
    }

    @Test
    @Tag("V-groups-3")
    @Tag("P3.6-2")
    void deletedForEver() {
        var path = "/Groups/" + SCIM.createGroup(name).id();

        SCIM.delete(path).expect(204);

        SCIM.get(path).expectError(404, "");
        SCIM.delete(path).expectError(404, "");
        SCIM.patch(path, members("Add", List.of())).expectError(404, "");
        SCIM.createGroup(name);
    }
}
