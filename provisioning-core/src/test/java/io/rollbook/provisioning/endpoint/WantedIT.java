package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.ScimMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is recorded of a refused request beside the refusal: what it would have changed. */
@ExtendWith(SharedCore.class)
class WantedIT {

    private static final String UNKNOWN = "01a20a26-65ee-725a-ae7e-def5ece52611";

    private final Core core;
    private final Tenant tenant;

    WantedIT(Core core, Tenant tenant) {
        this.core = core;
        this.tenant = tenant;
    }

    @Test
    void aCreationTellsItsValuesButNoPasswordAndNothingUnknown() {
        tenant.user("mia");

        var wanted =
                wanted(
                        409,
                        ScimMethod.POST,
                        "/Users",
                        """
                        {"userName":"Mia","title":"Head","password":"secret-1","shoe":"secret-2"}
                        """);

        assertThat(told(wanted)).isEqualTo("userName null>\"Mia\" title null>\"Head\"");
        assertThat(wanted.path("compared").asBoolean()).isTrue();
        assertThat(wanted.toString()).doesNotContain("secret");
    }

    @Test
    void anUpdateTellsFromWhatToWhat() {
        tenant.user("leo");
        var user = "/Users/" + tenant.user("mia");
        var rename =
                Tenant.patchOf(
                        """
                        {"op":"replace","path":"userName","value":"LEO"},
                        {"op":"replace","path":"active","value":false}
                        """);

        assertThat(told(wanted(409, ScimMethod.PATCH, user, rename)))
                .isEqualTo("userName \"mia\">\"LEO\" active true>false");
        assertThat(told(wanted(409, ScimMethod.PUT, user, "{\"userName\":\"leo\"}")))
                .isEqualTo("userName \"mia\">\"leo\"");
        assertThat(told(wanted(412, ScimMethod.PATCH, user, rename, Map.of("if-match", "W/\"7\""))))
                .isEqualTo("userName \"mia\">\"LEO\" active true>false");
    }

    @Test
    void whatWasNotComparedSaysSo() {
        var title = Tenant.patchOf("{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Head\"}");

        var wanted = wanted(404, ScimMethod.PATCH, "/Users/" + UNKNOWN, title);

        assertThat(told(wanted)).isEqualTo("title null>\"Head\"");
        assertThat(wanted.path("compared").asBoolean()).isFalse();
    }

    @Test
    void membersAreToldOneByOne() {
        var mia = tenant.user("mia");
        var group = "/Groups/" + tenant.group("Risk");
        var operations =
                """
                {"op":"add","path":"members","value":[{"value":"%s"},{"value":"%s"}]},
                {"op":"remove","path":"members[value eq \\"%s\\"]"},
                {"op":"remove","path":"members[display sw \\"secret\\"]"}
                """
                        .formatted(mia, UNKNOWN, mia);

        var wanted = wanted(400, ScimMethod.PATCH, group, Tenant.patchOf(operations));

        assertThat(told(wanted))
                .isEqualTo(
                        "members null>\"%s\" members null>\"%s\" members \"%s\">null members null>null"
                                .formatted(mia, UNKNOWN, mia));
        assertThat(wanted.toString()).doesNotContain("secret");
    }

    @Test
    void isBounded() {
        var members =
                IntStream.range(0, 150)
                        .mapToObj(i -> "{\"value\":\"nobody-" + i + "\"}")
                        .collect(Collectors.joining(","));
        var name = "é".repeat(1_000) + "😀".repeat(100);
        var body = "{\"displayName\":\"%s\",\"members\":[%s]}".formatted(name, members);

        var wanted = wanted(400, ScimMethod.POST, "/Groups", body);

        assertThat(wanted.path("changes")).hasSize(100);
        assertThat(wanted.path("omitted").asInt()).isEqualTo(51);
        assertThat(wanted.path("changes").get(0).path("after").asString())
                .isEqualTo(name.substring(0, 1_024));
    }

    @Test
    void anOperationOfABulkRequestTellsItsOwn() {
        tenant.user("mia");

        var request =
                Requests.of(
                        tenant.caller(),
                        ScimMethod.POST,
                        "/Bulk",
                        """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                         "Operations":[
                          {"method":"POST","path":"/Users","bulkId":"1",
                           "data":{"userName":"mia","title":"A"}},
                          {"method":"POST","path":"/Users","bulkId":"2",
                           "data":{"userName":"MIA","title":"B"}}]}
                        """);
        core.write(request);

        assertThat(tenant.eventsOfRequest(request.requestId()))
                .extracting(entry -> told(read(entry).path("wanted")))
                .containsExactly(
                        "userName null>\"mia\" title null>\"A\"",
                        "userName null>\"MIA\" title null>\"B\"");
    }

    @Test
    void nothingIsToldOfWhatDidNotFitOrSaysNothing() {
        var user = "/Users/" + tenant.user("mia");

        assertThat(wanted(400, ScimMethod.POST, "/Users", "{\"userName\":\"leo\",\"title\":7}"))
                .isEmpty();
        assertThat(wanted(412, ScimMethod.DELETE, user, "", Map.of("if-match", "W/\"7\"")))
                .isEmpty();
    }

    @Test
    void eachRequestTellsHowFarItCameAndWhen() {
        var mia = tenant.user("mia");
        var group = "/Groups/" + tenant.group("Risk");
        var join =
                Tenant.patchOf(
                        """
                        {"op":"replace","path":"displayName","value":"Fraud"},
                        {"op":"add","path":"members","value":[{"value":"%s"}]}
                        """
                                .formatted(mia));

        assertThat(steps(ScimMethod.PATCH, group, join)).isEqualTo("+ + + + + + +|+ + + + + + +");
        assertThat(steps(ScimMethod.POST, "/Users", "{\"userName\":\"leo\"}"))
                .isEqualTo("+ + - + - + +");
        assertThat(steps(ScimMethod.POST, "/Users", "{\"userName\":\"leo\"}"))
                .isEqualTo("+ + - + - - +");
        assertThat(steps(ScimMethod.PUT, "/Users/" + UNKNOWN, "{\"userName\":\"x\"}"))
                .isEqualTo("+ + - - - - +");
    }

    /** A plus for each step that it came to, in the order of time, event by event. */
    private String steps(ScimMethod method, String path, String body) {
        var request = Requests.of(tenant.caller(), method, path, body);
        core.write(request.admitted(request.receivedAt().plusNanos(1_000)));
        return tenant.timesOfRequest(request.requestId()).stream()
                .map(
                        times -> {
                            assertThat(
                                            Stream.of(times.split(" "))
                                                    .filter(each -> !each.equals("-"))
                                                    .map(Long::valueOf))
                                    .isSorted()
                                    .startsWith(1L);
                            return times.replaceAll("\\d+", "+");
                        })
                .collect(Collectors.joining("|"));
    }

    private JsonNode wanted(int status, ScimMethod method, String path, String body) {
        return wanted(status, method, path, body, Map.of());
    }

    private JsonNode wanted(
            int status, ScimMethod method, String path, String body, Map<String, String> headers) {
        var request = Requests.of(tenant.caller(), method, path, body, headers);
        assertThat(core.write(request).status()).isEqualTo(status);
        var entries = tenant.eventsOfRequest(request.requestId());
        assertThat(entries).hasSize(1);
        return read(entries.getFirst()).path("wanted");
    }

    private static JsonNode read(String entry) {
        assertThat(entry).startsWith("write.refused ");
        return Json.of(entry.split(" ", 2)[1].getBytes(UTF_8));
    }

    private static String told(JsonNode wanted) {
        return wanted.path("changes")
                .valueStream()
                .map(
                        change ->
                                change.path("path").asString()
                                        + " "
                                        + value(change, "before")
                                        + ">"
                                        + value(change, "after"))
                .collect(Collectors.joining(" "));
    }

    private static String value(JsonNode change, String name) {
        return change.has(name) ? change.path(name).toString() : "null";
    }
}
