package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever the reason: one entry with it, and nothing else. */
@ExtendWith(SharedCore.class)
class RefusalsIT {

    private static final String UNKNOWN = "01a20a26-65ee-725a-ae7e-def5ece52611";

    private final Core core;
    private final Tenant tenant;

    RefusalsIT(Core core, Tenant tenant) {
        this.core = core;
        this.tenant = tenant;
    }

    static Stream<Arguments> refused() {
        var patchTitle =
                Tenant.patchOf("{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Head\"}");
        return Stream.of(
                arguments(ScimMethod.POST, "/Users", "{\"userName\":", 400),
                arguments(ScimMethod.POST, "/Users", "", 400),
                arguments(ScimMethod.POST, "/Users", "{\"title\":\"no name\"}", 400),
                arguments(ScimMethod.POST, "/Users", "{\"userName\":42}", 400),
                arguments(ScimMethod.POST, "/Users", "{\"userName\":\"taken\"}", 409),
                arguments(ScimMethod.POST, "/Users", named("a\\u0000b"), 400),
                arguments(ScimMethod.POST, "/Users", named("x".repeat(1_025)), 400),
                arguments(ScimMethod.POST, "/Users", named("half \\ud800 pair"), 400),
                arguments(ScimMethod.POST, "/Groups", groupOf("half \\ud800 pair"), 400),
                arguments(
                        ScimMethod.POST,
                        "/Users?attributes=a&excludedAttributes=b",
                        named("both"),
                        400),
                arguments(ScimMethod.PUT, "/Users/" + UNKNOWN, named("nobody"), 404),
                arguments(ScimMethod.PUT, "/Users/not-an-id", named("nobody"), 404),
                arguments(ScimMethod.PATCH, "/Users/" + UNKNOWN, patchTitle, 404),
                arguments(ScimMethod.PATCH, "/Users/" + UNKNOWN, "{}", 400),
                arguments(ScimMethod.DELETE, "/Users/" + UNKNOWN, "", 404),
                arguments(ScimMethod.DELETE, "/Groups/" + UNKNOWN, "", 404),
                arguments(ScimMethod.DELETE, "/Groups/" + "\0".repeat(36), "", 404),
                arguments(ScimMethod.POST, "/Groups", "{\"displayName\":\"Taken\"}", 409),
                arguments(ScimMethod.POST, "/Groups", groupOf(UNKNOWN), 400),
                arguments(ScimMethod.POST, "/Groups", groupOf("\\u0000"), 400),
                arguments(ScimMethod.POST, "/Users/" + UNKNOWN, named("no"), 405),
                arguments(ScimMethod.PUT, "/Groups", "{\"displayName\":\"no\"}", 405),
                arguments(ScimMethod.DELETE, "/Users", "", 405),
                arguments(ScimMethod.POST, "/Schemas", "{}", 405),
                arguments(ScimMethod.POST, "/Bulk", "{}", 400),
                arguments(ScimMethod.PUT, "/Bulk", "{}", 405),
                arguments(ScimMethod.PUT, "/.search", "{}", 405),
                arguments(ScimMethod.DELETE, "/Users/.search", "", 405),
                arguments(ScimMethod.PATCH, "/Me", "{}", 501),
                arguments(ScimMethod.POST, "/Devices", "{}", 404),
                arguments(ScimMethod.PUT, "/Users/" + UNKNOWN + "/groups", "{}", 404));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void leavesExactlyOneEntry(ScimMethod method, String path, String body, int status) {
        tenant.user("taken");
        tenant.group("Taken");
        var before = tenant.events().size();
        var request = Requests.of(tenant.caller(), method, path, body);

        var response = core.write(request);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers()).containsEntry("Content-Type", "application/scim+json");
        assertThat(response.written()).isEmpty();
        assertThat(tenant.events()).hasSize(before + 1);
        var entry = entryOf(request);
        assertThat(entry).startsWith("write.refused ");
        var recorded = Json.of(entry.split(" ", 2)[1].getBytes(UTF_8));
        assertThat(recorded.path("status").asInt()).isEqualTo(status);
        assertThat(recorded.path("detail")).isEqualTo(Json.of(response.body()).path("detail"));
    }

    @Test
    void saysWhatWasWantedAsFarAsItCanBeRead() {
        tenant.user("mia");
        var request =
                Requests.of(
                        tenant.caller(),
                        ScimMethod.POST,
                        "/Users",
                        "{\"USERNAME\":\"Mia\",\"externalId\":\"e-1\"}");

        core.write(request);

        var attempt = Json.of(entryOf(request).split(" ", 2)[1].getBytes(UTF_8)).path("attempt");
        assertThat(attempt.path("method").asString()).isEqualTo("POST");
        assertThat(attempt.path("resourceType").asString()).isEqualTo("User");
        assertThat(attempt.path("externalId").asString()).isEqualTo("e-1");
        assertThat(attempt.path("name").asString()).isEqualTo("Mia");
    }

    @Test
    void changesNothingWhenOneOperationOfManyFails() {
        var user = tenant.user("mia");
        var group = tenant.group("Risk");

        var response =
                tenant.patch(
                        "/Groups/" + group,
                        """
                        {"op":"replace","path":"displayName","value":"Fraud"},
                        {"op":"add","path":"members","value":[{"value":"%s"}]},
                        {"op":"add","path":"members","value":[{"value":"%s"}]}
                        """
                                .formatted(user, UNKNOWN));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Json.of(response.body()).path("detail").asString()).contains(UNKNOWN);
        assertThat(tenant.eventsOf(group)).hasSize(1);
        assertThat(tenant.membersOf(group)).isEmpty();
        assertThat(tenant.group("Fraud")).isNotEmpty();
    }

    @Test
    void isRecordedWhenTheDoorHasRefusedAlready() {
        var request = Requests.of(tenant.caller(), ScimMethod.POST, "/Users", named("large"));
        var atTheDoor = withRefusal(request, ScimError.of(413, "More than 1 MiB"));

        var response = core.write(atTheDoor);

        assertThat(response.status()).isEqualTo(413);
        assertThat(entryOf(request)).contains("More than 1 MiB");
        assertThat(tenant.count("user.created")).isZero();
    }

    @Test
    void isRecordedForATokenThatMayNotWrite() {
        var caller = tenant.caller();
        var reader =
                new Caller(
                        caller.tenantId(),
                        caller.profile(),
                        caller.connectionId(),
                        caller.tokenId(),
                        Set.of(Role.AUDIT_READ));
        var request = Requests.of(reader, ScimMethod.POST, "/Users", named("mia"));

        assertThat(core.write(request).status()).isEqualTo(403);
        assertThat(entryOf(request)).startsWith("write.refused ");
    }

    @Test
    @Tag("P3.2-3")
    void namesTheMethodsThatArePossible() {
        var response = core.write(Requests.of(tenant.caller(), ScimMethod.PUT, "/Users", "{}"));

        assertThat(response.headers()).containsEntry("Allow", "GET, POST");
    }

    private String entryOf(ScimRequest request) {
        List<String> entries = tenant.eventsOfRequest(request.requestId());
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static ScimRequest withRefusal(ScimRequest request, ScimError refusal) {
        return new ScimRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                new byte[0],
                request.caller(),
                request.requestId(),
                request.receivedAt(),
                request.baseUri(),
                refusal);
    }

    private static String named(String userName) {
        return "{\"userName\":\"" + userName + "\"}";
    }

    private static String groupOf(String member) {
        return "{\"displayName\":\"New\",\"members\":[{\"value\":\"" + member + "\"}]}";
    }
}
