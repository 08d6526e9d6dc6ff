package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.CallerTerms;
import io.rollbook.scim.seam.RequestSizes;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Of a connection whose requests have at most two operations and two members. */
@ExtendWith(SharedCore.class)
class RequestSizesIT {

    private static final RequestSizes TWO = new RequestSizes(null, 2, 2, 2, null, null);

    private final Core core;
    private final Tenant tenant;

    RequestSizesIT(Core core, Tenant tenant) {
        this.core = core;
        this.tenant = tenant;
    }

    @Test
    void aPatchHasAsManyOperationsAsAreAllowed() {
        var user = "/Users/" + tenant.user("mia@contoso.example");

        assertThat(send(ScimMethod.PATCH, user, patch(2)).status()).isEqualTo(200);
        refused(send(ScimMethod.PATCH, user, patch(3)), "at most 2 operations");
    }

    @Test
    void aRequestNamesAsManyMembersAsAreAllowed() {
        var ids = IntStream.range(0, 3).mapToObj(i -> tenant.user("user" + i)).toList();
        var group = "/Groups/" + tenant.group("Staff", ids);
        var all = members(ids);
        var two = members(ids.subList(0, 2));

        assertThat(send(ScimMethod.PUT, group, group(two)).status()).isEqualTo(200);
        refused(send(ScimMethod.PUT, group, group(all)), "at most 2 members");
        refused(send(ScimMethod.POST, "/Groups", group(all)), "at most 2 members");
        for (var op : List.of("add", "replace", "remove")) {
            refused(send(ScimMethod.PATCH, group, onMembers(op, all)), "at most 2 members");
        }
        assertThat(send(ScimMethod.PATCH, group, onMembers("remove", two)).status()).isEqualTo(204);
    }

    @Test
    void aBulkRequestHasAsManyOperationsAsAreAllowed() {
        assertThat(send(ScimMethod.POST, "/Bulk", bulk(2)).status()).isEqualTo(200);
        refused(send(ScimMethod.POST, "/Bulk", bulk(3)), "(2 operations)");
    }

    private static void refused(ScimResponse answer, String limit) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(limit);
    }

    private static String patch(int operations) {
        return message(
                "PatchOp", "{\"op\":\"add\",\"path\":\"title\",\"value\":\"x\"}", operations);
    }

    private static String bulk(int operations) {
        return message("BulkRequest", "{\"method\":\"DELETE\",\"path\":\"/Users/x\"}", operations);
    }

    private static String onMembers(String op, String members) {
        return message(
                "PatchOp",
                "{\"op\":\"%s\",\"path\":\"members\",\"value\":%s}".formatted(op, members),
                1);
    }

    private static String message(String schema, String operation, int times) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:%s\"],\"Operations\":[%s]}"
                .formatted(
                        schema,
                        IntStream.range(0, times)
                                .mapToObj(i -> operation)
                                .collect(Collectors.joining(",")));
    }

    private static String group(String members) {
        return """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
         "displayName":"Staff","members":%s}
        """
                .formatted(members);
    }

    private static String members(List<String> ids) {
        return ids.stream()
                .map("{\"value\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private ScimResponse send(ScimMethod method, String path, String body) {
        var caller = tenant.caller();
        var small =
                new Caller(
                        caller.tenantId(),
                        caller.profile(),
                        caller.connectionId(),
                        caller.tokenId(),
                        caller.roles(),
                        CallerTerms.DEFAULT.with(TWO));
        return core.write(Requests.of(small, method, path, body));
    }
}
