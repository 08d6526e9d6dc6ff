package io.rollbook.standalone.promise;

import static io.rollbook.standalone.client.ScimClient.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** P7: an id of another tenant is answered exactly like one that never existed. */
class TenantIsolationIT {

    private final ScimClient mine = RunningRollbook.shared().newTenant("entra").scim();
    private final RunningRollbook.Tenant other = RunningRollbook.shared().newTenant("entra");
    private final String foreignUser = other.scim().createUser("theirs").id();
    private final String foreignGroup = other.scim().createGroup("Theirs").id();

    @Test
    @Tag("P2-4")
    @Tag("X-5")
    void paths() {
        for (var type : List.of("/Users/", "/Groups/")) {
            sameAsUnknown(type, id -> mine.get(type + id));
            sameAsUnknown(type, id -> mine.delete(type + id));
            sameAsUnknown(
                    type, id -> mine.put(type + id, "{\"userName\":\"x\",\"displayName\":\"x\"}"));
            sameAsUnknown(
                    type,
                    id ->
                            mine.patch(
                                    type + id,
                                    "{\"op\":\"add\",\"path\":\"externalId\",\"value\":\"x\"}"));
        }
        assertThat(other.scim().get("/Users/" + foreignUser).expect(200).text("/externalId"))
                .isEmpty();
        other.scim().get("/Groups/" + foreignGroup).expect(200);
    }

    @Test
    void filters() {
        for (var filter :
                List.of(
                        "id eq \"%s\"",
                        "manager eq \"%s\"", "groups.value eq \"%s\"", "id ne \"%s\"")) {
            sameAsUnknown("/Users/", id -> mine.find("/Users", filter.formatted(id)));
        }
        sameAsUnknown("/Users/", id -> mine.find("/Groups", "members eq \"" + id + "\""));
        assertThat(mine.get("/Users").totalResults()).isZero();
        assertThat(mine.get("/Groups").totalResults()).isZero();
    }

    @Test
    @Tag("X-5")
    void references() {
        var group = "/Groups/" + mine.createGroup("Mine").id();

        sameAsUnknown("/Users/", id -> mine.patch(group, members("Add", List.of(id))));
        sameAsUnknown("/Groups/", id -> mine.patch(group, members("Add", List.of(id))));
        sameAsUnknown("/Users/", id -> mine.patch(group, members("Remove", List.of(id))));

        assertThat(mine.get(group).body().has("members")).isFalse();
    }

    @Test
    void namesAreFreeHere() {
        mine.createUser("theirs");
        mine.createGroup("Theirs");
    }

    @Test
    void aTokenForScimReadsNoLogAndTheOtherWayRound() {
        var log = RunningRollbook.shared().base() + "/audit";
        new ScimClient(log, other.token("scim")).get("/entries").expect(403);
        new ScimClient(RunningRollbook.shared().scimBase(), other.token("audit.read"))
                .get("/Users")
                .expect(403);
    }

    @Test
    void aRevokedTokenIsWorthless() {
        var created =
                RunningRollbook.shared()
                        .admin()
                        .post("/tenants/" + other.name() + "/tokens", "{\"role\":\"scim\"}")
                        .expect(201);
        var client = new ScimClient(RunningRollbook.shared().scimBase(), created.text("/token"));
        client.get("/Users").expect(200);

        RunningRollbook.shared().admin().delete("/tokens/" + created.text("/tokenId")).expect(204);

        await().untilAsserted(() -> client.get("/Users").expect(401));
    }

    private void sameAsUnknown(String type, Function<String, Answer> request) {
        var foreign = type.equals("/Users/") ? foreignUser : foreignGroup;
        var unknown = UUID.randomUUID().toString();

        var answered = request.apply(foreign);
        var expected = request.apply(unknown);

        assertThat(answered.status()).isEqualTo(expected.status());
        assertThat(answered.body().toString().replace(foreign, "ID"))
                .isEqualTo(expected.body().toString().replace(unknown, "ID"));
    }
}
