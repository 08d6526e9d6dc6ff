package io.rollbook.standalone.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** P7: no answer tells that a name is taken at another tenant. */
class NamesAreFreeIT {

    private static final String TAKEN = "name-taken";
    private static final String NEVER = "name-never";
    private static final Pattern OWN_OF_EACH =
            Pattern.compile(
                    "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    private final ScimClient mine = RunningRollbook.shared().newTenant("entra").scim();
    private final ScimClient theirs = RunningRollbook.shared().newTenant("entra").scim();

    @Test
    void ofUsersInEveryWriteThatSetsThem() {
        var body =
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s",
                 "externalId":"%1$s","emails":[{"value":"%1$s@example.com"}]}
                """;
        theirs.post("/Users", body.formatted(TAKEN)).expect(201);
        var renamed = "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"%s\"}";

        alike(201, name -> mine.post("/Users", body.formatted(name)));
        alike(409, name -> mine.post("/Users", body.formatted(name)));
        release("/Users");
        alike(200, name -> mine.patch("/Users/" + spareUser(), renamed.formatted(name)));
        release("/Users");
        alike(200, name -> mine.put("/Users/" + spareUser(), body.formatted(name)));
        release("/Users");
        alike(201, name -> mine.post("/Users", body.formatted(name.replace("name", "NAME"))));
        release("/Users");
        alike(200, name -> mine.post("/Bulk", bulk("/Users", body.formatted(name))));
        assertThat(theirs.get("/Users").totalResults()).isEqualTo(1);
    }

    @Test
    void ofGroupsInEveryWriteThatSetsThem() {
        var body =
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%1$s",
                 "externalId":"%1$s"}
                """;
        theirs.post("/Groups", body.formatted(TAKEN)).expect(201);
        var renamed = "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"%s\"}";

        alike(201, name -> mine.post("/Groups", body.formatted(name)));
        alike(409, name -> mine.post("/Groups", body.formatted(name)));
        release("/Groups");
        alike(204, name -> mine.patch("/Groups/" + spareGroup(), renamed.formatted(name)));
        release("/Groups");
        alike(200, name -> mine.put("/Groups/" + spareGroup(), body.formatted(name)));
        release("/Groups");
        alike(200, name -> mine.post("/Bulk", bulk("/Groups", body.formatted(name))));
        assertThat(theirs.get("/Groups").totalResults()).isEqualTo(1);
    }

    /** Names of connections are a tenant's own, too. */
    @Test
    void ofConnections() {
        var rollbook = RunningRollbook.shared();
        var other = rollbook.newTenant("entra");
        var own = rollbook.newTenant("entra");
        var body = "{\"role\":\"scim\",\"connection\":\"%s\"}";
        rollbook.admin()
                .post("/tenants/" + other.name() + "/tokens", body.formatted(TAKEN))
                .expect(201);

        for (var name : List.of(TAKEN, NEVER)) {
            rollbook.admin()
                    .post("/tenants/" + own.name() + "/tokens", body.formatted(name))
                    .expect(201);
        }
    }

    private static void alike(int status, Function<String, Answer> request) {
        var taken = request.apply(TAKEN);
        var never = request.apply(NEVER);

        assertThat(taken.status()).as("%s", taken.body()).isEqualTo(status);
        assertThat(neutral(taken, TAKEN)).isEqualTo(neutral(never, NEVER));
    }

    private static String neutral(Answer answer, String name) {
        var body = answer.body().toString();
        var named = body.replace(name, "NAME").replace(name.replace("name", "NAME"), "NAME");
        return answer.status() + OWN_OF_EACH.matcher(named).replaceAll("OWN");
    }

    /** Makes both names free again here. */
    private void release(String type) {
        for (var resource : mine.get(type).expect(200).body().path("Resources")) {
            mine.delete(type + "/" + resource.path("id").asString()).expect(204);
        }
    }

    private String spareUser() {
        return mine.createUser("spare").id();
    }

    private String spareGroup() {
        return mine.createGroup("spare").id();
    }

    private static String bulk(String path, String data) {
        return """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
         "Operations":[{"method":"POST","path":"%s","bulkId":"b","data":%s}]}
        """
                .formatted(path, data);
    }
}
