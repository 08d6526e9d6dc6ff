package io.rollbook.provisioning.endpoint.bulk;

import static io.rollbook.provisioning.endpoint.bulk.Bulk.delete;
import static io.rollbook.provisioning.endpoint.bulk.Bulk.group;
import static io.rollbook.provisioning.endpoint.bulk.Bulk.operation;
import static io.rollbook.provisioning.endpoint.bulk.Bulk.post;
import static io.rollbook.provisioning.endpoint.bulk.Bulk.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.Written;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

@ExtendWith(SharedCore.class)
class BulkIT {

    private static final String UNKNOWN = "01a20a26-65ee-725a-ae7e-def5ece52611";

    private final Tenant tenant;

    BulkIT(Tenant tenant) {
        this.tenant = tenant;
    }

    @Test
    @Tag("P3.7-1")
    @Tag("P3.7-2")
    @Tag("P3.7-4")
    void eachOperationIsAWriteOfItsOwn() {
        var old = tenant.user("old");
        var gone = tenant.user("gone");

        var bulk =
                Bulk.of(
                        tenant,
                        user("new"),
                        operation("PUT", "/Users/" + old, "{\"userName\":\"old\",\"title\":\"a\"}"),
                        operation(
                                "PATCH",
                                "/Users/" + old,
                                Tenant.patchOf(
                                        "{\"op\":\"add\",\"path\":\"title\",\"value\":\"a\"}")),
                        delete("/Users/" + gone),
                        user("NEW"));

        assertThat(bulk.response().status()).isEqualTo(200);
        assertThat(bulk.statuses()).containsExactly("201", "200", "200", "204", "409");
        assertThat(bulk.entries())
                .containsExactly(
                        "1 user.created",
                        "2 user.updated",
                        "3 write.skipped",
                        "4 user.deleted",
                        "5 write.refused");
        assertThat(bulk.results().getFirst().path("bulkId").asString()).isEqualTo("new");
        assertThat(bulk.results().getFirst().path("version").asString()).isEqualTo("W/\"1\"");
        assertThat(bulk.results().get(3).path("location").asString())
                .isEqualTo(Requests.BASE + "/Users/" + gone);
        assertThat(bulk.results().getLast().has("location")).isFalse();
        assertThat(bulk.results().getLast().path("response").path("scimType").asString())
                .isEqualTo("uniqueness");
        assertThat(bulk.response().written())
                .containsExactlyInAnyOrder(
                        new Written(bulk.idOf(0), 1), new Written(old, 2), new Written(gone, 2));
    }

    @Test
    @Tag("P3.7-5")
    @Tag("P3.7-6")
    void referencesAreResolvedWhereverTheyStand() {
        var outer = tenant.group("Outer");

        var bulk =
                Bulk.of(
                        tenant,
                        operation(
                                "PATCH",
                                "/Groups/" + outer,
                                Tenant.patchOf(
                                        "{\"op\":\"add\",\"path\":\"members\",\"value\":"
                                                + "[{\"value\":\"bulkId:Inner\"}]}")),
                        group("Inner", "bulkId:mia", "bulkId:noa"),
                        report("mia", "{\"$ref\":\"/Users/bulkId:noa\"}"),
                        report("noa", "{\"value\":\"bulkId:mia\"}"),
                        operation(
                                "PATCH",
                                "/Groups/bulkId:Inner",
                                Tenant.patchOf(
                                        "{\"op\":\"remove\",\"path\":"
                                                + "\"members[value eq \\\"bulkId:noa\\\"]\"}")));

        assertThat(bulk.statuses()).containsExactly("200", "201", "201", "201", "200");
        assertThat(tenant.membersOf(outer)).containsExactly(bulk.idOf(1));
        assertThat(tenant.membersOf(bulk.idOf(1))).containsExactly(bulk.idOf(2));
        assertThat(bulk.idOf(4)).isEqualTo(bulk.idOf(1));
        assertThat(tenant.eventsOf(bulk.idOf(2)).getFirst()).contains(bulk.idOf(3));
        assertThat(tenant.eventsOf(bulk.idOf(3)).getFirst()).contains(bulk.idOf(2));
    }

    @Test
    @Tag("C4.2-4")
    @Tag("P3.7-6")
    void groupsInEachOtherAreRefusedAndWhoNeedsThemToo() {
        var bulk =
                Bulk.of(
                        tenant,
                        group("A", "bulkId:B"),
                        group("B", "bulkId:A"),
                        group("C", "bulkId:A"),
                        delete("/Groups/bulkId:B"),
                        group("D", "bulkId:nobody"),
                        user("e"));

        assertThat(bulk.statuses()).containsExactly("409", "409", "409", "409", "409", "201");
        assertThat(bulk.detailOf(0)).contains("members", "itself");
        assertThat(bulk.detailOf(2)).contains("bulkId:A");
        assertThat(bulk.detailOf(4)).contains("bulkId:nobody");
        assertThat(bulk.entries()).hasSize(6).filteredOn(e -> e.endsWith("refused")).hasSize(5);
        assertThat(tenant.count("group.created")).isZero();
    }

    @Test
    @Tag("P3.7-3")
    void goesOnUntilTooManyFailed() {
        var broken = operation("PUT", "/Users/" + UNKNOWN, "{\"userName\":\"x\"}");

        var patient = Bulk.stoppingAfter(3, tenant, broken, user("a"), broken, user("b"));
        var strict = Bulk.stoppingAfter(1, tenant, user("c"), broken, user("d"), broken);

        assertThat(patient.statuses()).containsExactly("404", "201", "404", "201");
        assertThat(strict.statuses()).containsExactly("201", "404");
        assertThat(strict.entries()).containsExactly("1 user.created", "2 write.refused");
        assertThat(tenant.count("user.created")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],"
                        + "\"Operations\":[{\"method\":\"POST\",\"path\":\"/Users\","
                        + "\"data\":{\"userName\":\"x\"}}]}"
            })
    @Tag("P3.7-9")
    void aMalformedRequestIsRefusedAsAWhole(String body) {
        var bulk = Bulk.sent(tenant, body);

        assertThat(bulk.response().status()).isEqualTo(400);
        assertThat(Json.of(bulk.response().body()).path("scimType").asString())
                .isEqualTo("invalidSyntax");
        assertThat(bulk.entries()).containsExactly("0 write.refused");
        assertThat(tenant.count("user.created")).isZero();
    }

    @Test
    @Tag("P3.7-7")
    void nothingIsDoneOverALimit() {
        var operations = new String[1_001];
        Arrays.setAll(operations, i -> user("u" + i));

        var many = Bulk.of(tenant, operations);
        var large = Bulk.of(tenant, user("x".repeat(1 << 20)));

        assertThat(many.response().status()).isEqualTo(413);
        assertThat(Json.of(many.response().body()).path("detail").asString())
                .contains("maxOperations", "1000");
        assertThat(large.response().status()).isEqualTo(413);
        assertThat(Json.of(large.response().body()).path("detail").asString())
                .contains("maxPayloadSize", "1048576");
        assertThat(many.entries()).containsExactly("0 write.refused");
        assertThat(tenant.count("user.created")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /Users, 400",
        "FETCH, /Users, 400",
        "PUT, /Users, 405",
        "POST, /Users/1, 405",
        "POST, /Bulk, 405",
        "POST, /Schemas, 405",
        "PATCH, /Me, 501",
        "POST, /Devices, 404",
        "PUT, /Users/1/2, 404",
        "DELETE, '', 404"
    })
    @Tag("P3.7-4")
    void whatAnOperationMayNotDoFailsAlone(String method, String path, String status) {
        var bulk =
                Bulk.of(
                        tenant,
                        "{\"method\":\"%s\",\"path\":\"%s\",\"bulkId\":\"q\",\"data\":{}}"
                                .formatted(method, path),
                        user("after"));

        assertThat(bulk.statuses()).containsExactly(status, "201");
        assertThat(bulk.entries()).containsExactly("1 write.refused", "2 user.created");
        assertThat(bulk.results().getFirst().path("location").asString(Requests.BASE + path))
                .isEqualTo(Requests.BASE + (path.isEmpty() ? "/" : path));
    }

    @Test
    @Tag("P3.7-8")
    void dataIsNeededToWrite() {
        var id = tenant.user("mia");

        var bulk =
                Bulk.of(
                        tenant,
                        "{\"method\":\"PUT\",\"path\":\"/Users/%s\"}".formatted(id),
                        operation("PATCH", "/Users/" + id, "{\"title\":\"no PatchOp\"}"),
                        operation("PATCH", "/Users/" + id, "\"text\""));

        assertThat(bulk.statuses()).containsExactly("400", "400", "400");
        assertThat(bulk.detailOf(0)).contains("'data' is missing");
        assertThat(tenant.eventsOf(id)).hasSize(1);
    }

    @Test
    @Tag("P3.14-3")
    void aVersionIsAskedForLikeIfMatch() {
        var id = tenant.user("mia");
        var put =
                "{\"method\":\"PUT\",\"path\":\"/Users/%s\",\"version\":\"%s\","
                        + "\"data\":{\"userName\":\"mia\",\"title\":\"%s\"}}";

        var bulk =
                Bulk.of(
                        tenant,
                        put.formatted(id, "W/\\\"1\\\"", "a"),
                        put.formatted(id, "W/\\\"1\\\"", "b"),
                        put.formatted(id, "W/\\\"2\\\"", "c"));

        assertThat(bulk.statuses()).containsExactly("200", "412", "200");
        assertThat(bulk.results().getLast().path("version").asString()).isEqualTo("W/\"3\"");
        assertThat(bulk.response().written()).containsExactly(new Written(id, 3));
    }

    @Test
    void anotherTenantsResourcesAreUnknown(Tenant other) {
        var foreign = other.user("mia");

        var bulk =
                Bulk.of(
                        tenant,
                        delete("/Users/" + foreign),
                        delete("/Users/" + UNKNOWN),
                        group("A", foreign),
                        group("B", UNKNOWN));

        assertThat(bulk.statuses()).containsExactly("404", "404", "400", "400");
        assertThat(bulk.detailOf(0)).isEqualTo(bulk.detailOf(1));
        assertThat(bulk.detailOf(2).replace(foreign, UNKNOWN)).isEqualTo(bulk.detailOf(3));
        assertThat(other.eventsOf(foreign)).hasSize(1);
    }

    private static String report(String name, String manager) {
        var extension = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        return post(
                "/Users",
                name,
                "{\"userName\":\"%s\",\"%s\":{\"manager\":%s}}"
                        .formatted(name, extension, manager));
    }
}
