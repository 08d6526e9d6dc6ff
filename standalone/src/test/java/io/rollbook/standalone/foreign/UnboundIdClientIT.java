package io.rollbook.standalone.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.bulk.BulkOperation;
import com.unboundid.scim2.common.bulk.BulkOperationResult;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.PreconditionFailedException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;

import io.rollbook.standalone.RunningRollbook;

import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;

import org.glassfish.jersey.client.ClientConfig;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** UnboundID's SCIM 2 SDK finds everything as it expects it. */
class UnboundIdClientIT {

    private static final ScimService SCIM = client();

    private final String name = "Mia." + UUID.randomUUID() + "@example.com";

    @Test
    void createsReadsReplacesAndDeletesAUser() throws ScimException {
        var created = SCIM.create("Users", user());

        assertThat(created.getId()).isNotEmpty();
        assertThat(created.getMeta().getResourceType()).isEqualTo("User");
        assertThat(created.getMeta().getLocation())
                .hasToString(RunningRollbook.shared().scimBase() + "/Users/" + created.getId());
        assertThat(created.getMeta().getCreated()).isEqualTo(created.getMeta().getLastModified());
        var read = SCIM.retrieve("Users", created.getId(), UserResource.class);
        assertThat(read).isEqualTo(created);
        assertThat(read.getExtension(EnterpriseUserExtension.class).getDepartment())
                .isEqualTo("Risk");

        read.setTitle("Head of Risk").setEmails((List<Email>) null);
        var replaced = SCIM.replace(read);
        assertThat(replaced.getTitle()).isEqualTo("Head of Risk");
        assertThat(replaced.getEmails()).isNullOrEmpty();
        assertThat(SCIM.retrieve(replaced)).isEqualTo(replaced);

        SCIM.delete(replaced);
        assertThat(
                        catchThrowableOfType(
                                ResourceNotFoundException.class, () -> SCIM.retrieve(replaced)))
                .isNotNull();
    }

    @Test
    void patchesByPathByFilterAndWithout() throws ScimException {
        var user = SCIM.create("Users", user());

        var patched =
                SCIM.modifyRequest(user)
                        .replaceValue("displayName", "Mia O.")
                        .replaceValue("name.givenName", "Mya")
                        .addValues(
                                "emails", new Email().setType("home").setValue("home@example.com"))
                        .removeValues("emails[type eq \"work\"]")
                        .replaceValue(
                                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
                                "Trade")
                        .invoke();

        assertThat(patched.getDisplayName()).isEqualTo("Mia O.");
        assertThat(patched.getName().getGivenName()).isEqualTo("Mya");
        assertThat(patched.getName().getFamilyName()).isEqualTo("Okoro");
        assertThat(patched.getEmails())
                .extracting(Email::getValue)
                .containsExactly("home@example.com");
        assertThat(patched.getExtension(EnterpriseUserExtension.class).getDepartment())
                .isEqualTo("Trade");
        var inactive =
                SCIM.modify(patched, new PatchRequest(PatchOperation.replace("active", false)));
        assertThat(inactive.getActive()).isFalse();
        assertThat(SCIM.retrieve(inactive)).isEqualTo(inactive);
    }

    @Test
    void findsByFiltersOfItsOwnMaking() throws ScimException {
        var user = SCIM.create("Users", user());

        for (var filter :
                List.of(
                        Filter.eq("userName", name.toUpperCase(Locale.ROOT)),
                        Filter.and(
                                Filter.sw("userName", name.substring(0, 20)), Filter.pr("emails")),
                        Filter.and(
                                Filter.eq("id", user.getId()),
                                Filter.hasComplexValue(
                                        "emails",
                                        Filter.and(
                                                Filter.eq("type", "work"),
                                                Filter.co("value", "example")))),
                        Filter.and(
                                Filter.eq("externalId", name),
                                Filter.not(Filter.eq("active", false)),
                                Filter.ge(
                                        "meta.created", user.getMeta().getCreated().getTime())))) {
            var found = SCIM.search("Users", filter.toString(), UserResource.class);

            assertThat(found.getTotalResults()).as(filter.toString()).isOne();
            assertThat(found.getResources()).as(filter.toString()).containsExactly(user);
        }
        assertThat(SCIM.search("Users", "userName eq \"nobody\"", UserResource.class)).isEmpty();
    }

    @Test
    void pagesSortsAndChoosesAttributes() throws ScimException {
        var prefix = "page-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            SCIM.create("Users", new UserResource().setUserName(prefix + i).setTitle("T"));
        }

        var names = new ArrayList<String>();
        for (int start = 1; start <= 5; start += 2) {
            var page =
                    SCIM.searchRequest("Users")
                            .filter("userName sw \"" + prefix + "\"")
                            .page(start, 2)
                            .attributes("userName")
                            .invoke(UserResource.class);
            assertThat(page.getTotalResults()).isEqualTo(5);
            assertThat(page.getStartIndex()).isEqualTo(start);
            page.forEach(
                    each -> {
                        names.add(each.getUserName());
                        assertThat(each.getId()).isNotEmpty();
                        assertThat(each.getTitle()).isNull();
                    });
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        prefix + 0, prefix + 1, prefix + 2, prefix + 3, prefix + 4);
    }

    @Test
    void movesMembersInAndOutOfAGroup() throws ScimException {
        var mia = SCIM.create("Users", user());
        var ada = SCIM.create("Users", new UserResource().setUserName("ada-" + name));
        var group =
                SCIM.create(
                        "Groups",
                        new GroupResource()
                                .setDisplayName(name)
                                .setMembers(new Member().setValue(mia.getId())));

        SCIM.modifyRequest(group)
                .addValues("members", new Member().setValue(ada.getId()))
                .removeValues("members[value eq \"" + mia.getId() + "\"]")
                .attributes("displayName", "members")
                .invoke();

        var read = SCIM.retrieve(group);
        assertThat(read.getMembers()).extracting(Member::getValue).containsExactly(ada.getId());
        assertThat(read.getMembers().getFirst().getRef().toString())
                .endsWith("/Users/" + ada.getId());
        assertThat(SCIM.retrieve(ada).getGroups().getFirst().getValue()).isEqualTo(group.getId());
        assertThat(SCIM.search("Groups", "members eq \"" + ada.getId() + "\"", GroupResource.class))
                .hasSize(1);
        SCIM.delete(group);
        assertThat(SCIM.retrieve(ada).getGroups()).isNullOrEmpty();
    }

    @Test
    void sendsSeveralRequestsAsOne() throws ScimException {
        var group =
                new GroupResource()
                        .setDisplayName(name)
                        .setMembers(new Member().setValue("bulkId:mia"));

        var answer =
                SCIM.bulkRequest()
                        .append(
                                BulkOperation.post("/Users", user()).setBulkId("mia"),
                                BulkOperation.post("/Groups", group).setBulkId("group"),
                                BulkOperation.delete("/Users/" + UUID.randomUUID()))
                        .invoke();

        assertThat(answer.getOperations())
                .extracting(BulkOperationResult::getStatus)
                .containsExactly("201", "201", "404");
        var found = SCIM.search("Groups", "displayName eq \"" + name + "\"", GroupResource.class);
        var member = found.getResources().getFirst().getMembers().getFirst().getValue();
        assertThat(answer.getOperations().getFirst().getLocation()).endsWith(member);
    }

    @Test
    void learnsWhatIsServed() throws ScimException {
        assertThat(SCIM.getServiceProviderConfig().getPatch().isSupported()).isTrue();
        assertThat(SCIM.getServiceProviderConfig().getFilter().getMaxResults()).isPositive();
        assertThat(SCIM.getResourceTypes())
                .extracting(type -> type.getEndpoint().toString())
                .contains("/Users", "/Groups");
        assertThat(SCIM.getResourceType("User").getSchemaExtensions()).isNotEmpty();
        assertThat(SCIM.getSchemas().getTotalResults()).isGreaterThanOrEqualTo(3);
        assertThat(SCIM.getSchema("urn:ietf:params:scim:schemas:core:2.0:User").getAttributes())
                .anyMatch(attribute -> attribute.getName().equals("userName"));
    }

    @Test
    void readsErrors() throws ScimException {
        var user = SCIM.create("Users", user());

        var taken =
                catchThrowableOfType(
                        ResourceConflictException.class, () -> SCIM.create("Users", user()));
        assertThat(taken.getScimError().getStatus()).isEqualTo(409);
        assertThat(taken.getScimError().getScimType()).isEqualTo("uniqueness");
        var bad =
                catchThrowableOfType(
                        BadRequestException.class,
                        () -> SCIM.search("Users", "nope eq 5", UserResource.class));
        assertThat(bad.getScimError().getScimType()).isEqualTo("invalidFilter");
        var noTarget =
                catchThrowableOfType(
                        BadRequestException.class,
                        () ->
                                SCIM.modifyRequest(user)
                                        .replaceValue("emails[type eq \"fax\"].value", "x")
                                        .invoke());
        assertThat(noTarget.getScimError().getScimType()).isEqualTo("noTarget");
        var stale = SCIM.retrieve(user);
        SCIM.modifyRequest(user).replaceValue("title", "newer").invoke();
        var changed =
                catchThrowableOfType(
                        PreconditionFailedException.class,
                        () -> SCIM.replaceRequest(stale).ifMatch().invoke());
        assertThat(changed.getScimError().getStatus()).isEqualTo(412);
        assertThat(
                        catchThrowableOfType(
                                ResourceNotFoundException.class,
                                () -> SCIM.delete("Users", UUID.randomUUID().toString())))
                .isNotNull();
    }

    @Test
    void keepsAttributesThatItDoesNotKnow() throws ScimException {
        var generic = user().asGenericScimResource();
        generic.replaceValue("nickName", "M");

        GenericScimResource created = SCIM.create("Users", generic);

        assertThat(created.getStringValue("nickName")).isEqualTo("M");
        assertThat(SCIM.retrieve(created)).isEqualTo(created);
    }

    private UserResource user() {
        var user =
                new UserResource()
                        .setUserName(name)
                        .setName(new Name().setGivenName("Mia").setFamilyName("Okoro"))
                        .setActive(true)
                        .setEmails(
                                new Email()
                                        .setType("work")
                                        .setValue("mia@example.com")
                                        .setPrimary(true));
        user.setExternalId(name);
        user.setExtension(new EnterpriseUserExtension().setDepartment("Risk"));
        return user;
    }

    private static ScimService client() {
        var token = RunningRollbook.shared().newTenant("rfc").token("scim");
        ClientRequestFilter withToken =
                request -> request.getHeaders().putSingle("Authorization", "Bearer " + token);
        var config = new ClientConfig().connectorProvider(new JdkConnector()).register(withToken);
        return new ScimService(
                ClientBuilder.newClient(config).target(RunningRollbook.shared().scimBase()));
    }
}
