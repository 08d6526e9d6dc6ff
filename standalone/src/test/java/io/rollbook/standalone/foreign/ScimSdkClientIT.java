package io.rollbook.standalone.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.complex.Manager;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.response.BulkResponseOperation;

import io.rollbook.standalone.RunningRollbook;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The client of SCIM-SDK finds everything as it expects it: it takes an answer for one of SCIM only
 * with the content type of SCIM, a 204 as well.
 */
class ScimSdkClientIT {

    private static final ScimRequestBuilder SCIM =
            new ScimRequestBuilder(
                    RunningRollbook.shared().scimBase(),
                    ScimClientConfig.builder()
                            .httpHeaders(Map.of("Authorization", "Bearer " + token()))
                            .build());

    private final String name = "Mia." + UUID.randomUUID() + "@example.com";

    @AfterAll
    static void close() {
        SCIM.close();
    }

    @Test
    void createsReadsReplacesAndDeletesAUser() {
        var created = created(user(name));
        var id = created.getId().orElseThrow();

        var read = expect(200, SCIM.get(User.class, "/Users", id).sendRequest());
        assertThat(read).isEqualTo(created);
        assertThat(read.getEnterpriseUser().orElseThrow().getDepartment()).contains("Risk");

        read.setTitle("Head of Risk");
        read.setEmails(List.of());
        var replaced =
                expect(200, SCIM.update(User.class, "/Users", id).setResource(read).sendRequest());
        assertThat(replaced.getTitle()).contains("Head of Risk");
        assertThat(replaced.getEmails()).isEmpty();

        var gone = SCIM.delete(User.class, "/Users", id).sendRequest();
        assertThat(gone.getHttpStatus()).isEqualTo(204);
        assertThat(gone.isSuccess()).isTrue();
        assertThat(SCIM.get(User.class, "/Users", id).sendRequest().getHttpStatus()).isEqualTo(404);
    }

    @Test
    void patchesInItsHabits() {
        var boss = id(created(user("boss-" + name)));
        var id = id(created(user(name)));

        ServerResponse<User> answer =
                SCIM.patch(User.class, "/Users", id)
                        .addOperation()
                        .op(PatchOp.REPLACE)
                        .path("name")
                        .valueNode(Name.builder().givenName("Mya").build())
                        .next()
                        .op(PatchOp.REPLACE)
                        .path("active")
                        .value("false")
                        .next()
                        .op(PatchOp.ADD)
                        .path("emails")
                        .valueNode(Email.builder().type("home").value("home@example.com").build())
                        .next()
                        .op(PatchOp.REMOVE)
                        .path("emails[type eq \"work\"]")
                        .next()
                        .op(PatchOp.ADD)
                        .path("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager")
                        .valueNode(Manager.builder().value(boss).build())
                        .build()
                        .sendRequest();

        var patched = expect(200, answer);
        assertThat(patched.getName().orElseThrow().getGivenName()).contains("Mya");
        assertThat(patched.getName().orElseThrow().getFamilyName()).contains("Okoro");
        assertThat(patched.isActive()).contains(false);
        assertThat(patched.getEmails()).hasSize(1);
        assertThat(patched.getEmails().getFirst().getValue()).contains("home@example.com");
        assertThat(
                        patched.getEnterpriseUser()
                                .flatMap(EnterpriseUser::getManager)
                                .flatMap(Manager::getValue))
                .contains(boss);
    }

    @Test
    void findsByFiltersOfItsOwnMaking() {
        var user = created(user(name));

        var byName =
                SCIM.list(User.class, "/Users")
                        .filter("userName", Comparator.EQ, name.toUpperCase(Locale.ROOT))
                        .and("active", Comparator.EQ, true)
                        .and(
                                "meta.created",
                                Comparator.GE,
                                user.getMeta().orElseThrow().getCreated().orElseThrow())
                        .build()
                        .get()
                        .sendRequest();
        assertThat(byName.isSuccess()).as(byName.getResponseBody()).isTrue();
        assertThat(byName.getResource().getListedResources()).containsExactly(user);

        var page =
                SCIM.list(User.class, "/Users")
                        .count(1)
                        .startIndex(1)
                        .attributes("userName")
                        .filter("emails.value", Comparator.CO, "@example.com")
                        .build()
                        .get()
                        .sendRequest();
        assertThat(page.getResource().getItemsPerPage()).isEqualTo(1);
        assertThat(page.getResource().getListedResources().getFirst().getEmails()).isEmpty();

        var none =
                SCIM.list(User.class, "/Users")
                        .filter("userName", Comparator.EQ, "nobody")
                        .build()
                        .get()
                        .sendRequest();
        assertThat(none.getResource().getTotalResults()).isZero();
    }

    @Test
    void movesMembersInAndOutOfAGroup() {
        var mia = id(created(user(name)));
        var ada = id(created(user("ada-" + name)));
        var group =
                expect(
                        201,
                        SCIM.create(Group.class, "/Groups")
                                .setResource(
                                        Group.builder()
                                                .displayName(name)
                                                .members(List.of(member(mia)))
                                                .build())
                                .sendRequest());

        ServerResponse<Group> patched =
                SCIM.patch(Group.class, "/Groups", id(group))
                        .addOperation()
                        .op(PatchOp.ADD)
                        .path("members")
                        .valueNode(member(ada))
                        .next()
                        .op(PatchOp.REMOVE)
                        .path("members[value eq \"" + mia + "\"]")
                        .build()
                        .sendRequest();

        assertThat(patched.getHttpStatus()).as(patched.getResponseBody()).isEqualTo(204);
        assertThat(patched.isSuccess()).isTrue();
        var read = expect(200, SCIM.get(Group.class, "/Groups", id(group)).sendRequest());
        assertThat(read.getMembers()).hasSize(1);
        assertThat(read.getMembers().getFirst().getValue()).contains(ada);
        var ofUser = expect(200, SCIM.get(User.class, "/Users", ada).sendRequest()).getGroups();
        assertThat(ofUser.getFirst().getValue()).contains(id(group));
        assertThat(SCIM.delete(Group.class, "/Groups", id(group)).sendRequest().getHttpStatus())
                .isEqualTo(204);
    }

    @Test
    void sendsSeveralRequestsAsOne() {
        var answer =
                SCIM.bulk()
                        .bulkRequestOperation("/Users")
                        .method(HttpMethod.POST)
                        .bulkId("mia")
                        .data(user(name))
                        .next()
                        .bulkRequestOperation("/Groups")
                        .method(HttpMethod.POST)
                        .bulkId("group")
                        .data(
                                Group.builder()
                                        .displayName(name)
                                        .members(List.of(member("bulkId:mia")))
                                        .build())
                        .sendRequest();

        assertThat(answer.isSuccess()).as(answer.getResponseBody()).isTrue();
        assertThat(answer.getResource().getBulkResponseOperations())
                .extracting(BulkResponseOperation::getStatus)
                .containsExactly(201, 201);
        assertThat(answer.getResource().getByBulkId("mia").orElseThrow().getLocation()).isPresent();
    }

    @Test
    void learnsWhatIsServed() {
        var config = SCIM.loadServiceProviderConfiguration();
        assertThat(config.getPatchConfig().isSupported()).isTrue();
        assertThat(config.getFilterConfig().isSupported()).isTrue();

        var meta = SCIM.loadMetaConfiguration().sendRequest();

        assertThat(meta.isSuccess()).as(meta.getResponseBody()).isTrue();
        assertThat(meta.getResource().getResourceTypes()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(meta.getResource().getSchemas()).hasSizeGreaterThan(2);
    }

    @Test
    void readsErrors() {
        created(user(name));

        var taken = SCIM.create(User.class, "/Users").setResource(user(name)).sendRequest();
        assertThat(taken.isSuccess()).isFalse();
        assertThat(taken.getHttpStatus()).isEqualTo(409);
        assertThat(taken.getErrorResponse().getScimType()).contains("uniqueness");
        var bad = SCIM.list(User.class, "/Users").filter("nope eq 5").get().sendRequest();
        assertThat(bad.getErrorResponse().getStatus()).isEqualTo(400);
        assertThat(bad.getErrorResponse().getScimType()).contains("invalidFilter");
        assertThat(bad.getErrorResponse().getDetail().orElseThrow()).contains("nope");
        var missing = SCIM.get(User.class, "/Users", UUID.randomUUID().toString()).sendRequest();
        assertThat(missing.getErrorResponse().getStatus()).isEqualTo(404);
    }

    private static User created(User user) {
        return expect(201, SCIM.create(User.class, "/Users").setResource(user).sendRequest());
    }

    private static <T extends ScimObjectNode> T expect(int status, ServerResponse<T> answer) {
        assertThat(answer.getHttpStatus()).as(answer.getResponseBody()).isEqualTo(status);
        assertThat(answer.isSuccess()).as(answer.getResponseBody()).isTrue();
        return answer.getResource();
    }

    private static String id(ResourceNode resource) {
        return resource.getId().orElseThrow();
    }

    private static Member member(String id) {
        return Member.builder().value(id).type("User").build();
    }

    private static User user(String userName) {
        return User.builder()
                .userName(userName)
                .externalId(userName)
                .name(Name.builder().givenName("Mia").familyName("Okoro").build())
                .active(true)
                .emails(
                        List.of(
                                Email.builder()
                                        .type("work")
                                        .value("mia@example.com")
                                        .primary(true)
                                        .build()))
                .enterpriseUser(EnterpriseUser.builder().department("Risk").build())
                .build();
    }

    private static String token() {
        return RunningRollbook.shared().newTenant("entra").token("scim");
    }
}
