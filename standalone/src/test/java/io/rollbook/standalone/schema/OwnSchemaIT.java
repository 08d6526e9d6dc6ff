package io.rollbook.standalone.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.List;

class OwnSchemaIT {

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String URN = "urn:ietf:params:scim:schemas:extension:Contoso:2.0:User";

    private static final String ATTRIBUTES =
            """
            {"name":"badge","caseExact":true},
            {"name":"floor","type":"integer"},
            {"name":"tags","multiValued":true},
            {"name":"lockers","type":"complex","multiValued":true,"subAttributes":[
              {"name":"value"},{"name":"type"}]},
            {"name":"pin","mutability":"writeOnly"},
            {"name":"note","returned":"request"}
            """;

    private final RunningRollbook rollbook = RunningRollbook.shared();

    @Tag("C3.3-1")
    @Tag("S-1")
    @ParameterizedTest
    @ValueSource(strings = {"entra", "rfc"})
    void isUsableInEveryRequestAsSoonAsItsRegistrationIsAnswered(String profile) {
        var tenant = rollbook.newTenant(profile);
        var scim = tenant.scim();
        // Warm what every service knows of the tenant, so that only a fresh look finds the schema.
        scim.createUser("early");
        scim.find("/Users", URN + ":badge eq \"B1\"").expectError(400, "invalidFilter");

        var registered = register(tenant, ATTRIBUTES).expect(201);
        var user = scim.post("/Users", user("mia")).expect(201);
        var path = "/Users/" + user.id();

        found(scim, "badge eq \"B1\"", user.id());
        found(scim, "badge eq \"b1\"");
        found(scim, "floor gt 2 and " + URN + ":tags eq \"RED\"", user.id());
        found(scim, "lockers[type eq \"shoe\"].value eq \"7\"", user.id());
        assertThat(own(user).path("floor").asInt()).isEqualTo(3);
        assertThat(own(user).has("pin")).isFalse();
        assertThat(own(user).path("note").asString()).isEqualTo("n");
        assertThat(own(scim.get(path)).has("note")).isFalse();
        assertThat(own(scim.get(path + "?attributes=" + URN + ":note")).size()).isEqualTo(1);

        var rebadged = scim.patch(path, operation("replace", URN + ":badge", "\"B2\""));
        assertThat(own(rebadged.expect(200)).has("note")).isFalse();
        var noted = scim.patch(path, operation("replace", URN + ":note", "\"m\"")).expect(200);
        assertThat(own(noted).path("note").asString()).isEqualTo("m");
        scim.patch(path, operation("add", URN, "{\"floor\":4}")).expect(200);
        scim.patch(path, "{\"op\":\"add\",\"value\":{\"%s\":{\"tags\":[\"blue\"]}}}".formatted(URN))
                .expect(200);
        scim.patch(path, operation("remove", URN + ":lockers[type eq \\\"shoe\\\"]", "null"))
                .expect(200);
        var patched = own(scim.get(path).expect(200));
        assertThat(patched.path("badge").asString()).isEqualTo("B2");
        assertThat(patched.path("floor").asInt()).isEqualTo(4);
        assertThat(patched.path("tags").toString()).isEqualTo("[\"red\",\"blue\"]");
        assertThat(patched.has("lockers")).isFalse();

        var replaced =
                scim.put(path, "{\"schemas\":[\"%s\"],\"userName\":\"mia\"}".formatted(CORE));
        assertThat(own(replaced.expect(200)).isMissingNode()).isTrue();
        assertThat(replaced.body().path("schemas").size()).isEqualTo(1);
        assertThat(tenant.awaitEntry(registered).path("changes").toString()).contains("badge");
    }

    @Test
    @Tag("S-2")
    void entraSendsItsPatternInOneValue() {
        var tenant = rollbook.newTenant("entra");
        var scim = tenant.scim();
        var before = scim.post("/Users", user("early")).expect(201);
        assertThat(own(before).isMissingNode()).isTrue();
        scim.patch("/Users/" + before.id(), operation("Add", URN + ":badge", "\"B1\""))
                .expectError(400, "invalidPath");

        register(tenant, ATTRIBUTES).expect(201);
        var patched =
                scim.patch(
                                "/Users/" + before.id(),
                                "{\"op\":\"Add\",\"value\":{\"%1$s:badge\":\"B1\",\"%1$s:floor\":7}}"
                                        .formatted(URN))
                        .expect(200);

        assertThat(own(patched).path("badge").asString()).isEqualTo("B1");
        found(scim, "floor eq 7", before.id());
    }

    @Test
    @Tag("P3.4.2.3-1")
    void listsCanBeSortedByIt() {
        var tenant = rollbook.newTenant("rfc");
        var scim = tenant.scim();
        register(tenant, ATTRIBUTES).expect(201);
        var two = scim.post("/Users", user("two").replace("\"B1\"", "\"B2\"")).expect(201).id();
        var one = scim.post("/Users", user("one")).expect(201).id();
        var none = scim.createUser("none").id();

        assertThat(sorted(scim, "ascending")).containsExactly(one, two, none);
        assertThat(sorted(scim, "descending")).containsExactly(none, two, one);
    }

    private static List<String> sorted(ScimClient scim, String order) {
        return scim.get("/Users?sortBy=" + URN + ":badge&sortOrder=" + order)
                .expect(200)
                .texts("Resources", "id");
    }

    @Test
    @Tag("S-3")
    void discoveryIsTheTenantsOwn() {
        var tenant = rollbook.newTenant("entra");
        var stranger = rollbook.newTenant("entra");
        register(tenant, ATTRIBUTES).expect(201);
        var scim = tenant.scim();

        assertThat(scim.get("/Schemas/" + URN).expect(200).texts("attributes", "name"))
                .containsExactly("badge", "floor", "tags", "lockers", "pin", "note");
        assertThat(scim.get("/Schemas").texts("Resources", "id")).contains(URN);
        assertThat(scim.get("/ResourceTypes/User").texts("schemaExtensions", "schema"))
                .contains(URN);
        stranger.scim().get("/Schemas/" + URN).expect(404);
        assertThat(stranger.scim().get("/Schemas").texts("Resources", "id")).doesNotContain(URN);
    }

    @Test
    @Tag("C6-3")
    void whatIsRequiredMustComeWithANewUser() {
        var tenant = rollbook.newTenant("rfc");
        var scim = tenant.scim();
        var early = scim.createUser("early").id();
        register(tenant, "{\"name\":\"badge\",\"required\":true}", true).expect(201);

        scim.post("/Users", ScimClient.user("mia")).expectError(400, "invalidValue");
        scim.post("/Users", user("mia")).expect(201);
        // A user from before can still be disabled.
        scim.patch("/Users/" + early, operation("replace", "active", "false")).expect(200);
        assertThat(scim.get("/ResourceTypes/User").body().toString())
                .contains("\"schema\":\"%s\",\"required\":true".formatted(URN));
    }

    @Test
    @Tag("S-5")
    void aRemovedSchemaIsUnknownToTheNextRequest() {
        var tenant = rollbook.newTenant("entra");
        var scim = tenant.scim();
        register(tenant, ATTRIBUTES).expect(201);
        var id = scim.post("/Users", user("mia")).expect(201).id();

        var kept = rollbook.admin().delete(schema(tenant));
        scim.patch("/Users/" + id, operation("remove", URN, "null")).expect(200);
        var removed = rollbook.admin().delete(schema(tenant));

        kept.expect(409);
        removed.expect(204);
        scim.find("/Users", URN + ":badge pr").expectError(400, "invalidFilter");
        scim.patch("/Users/" + id, operation("add", URN + ":badge", "\"B1\""))
                .expectError(400, "invalidPath");
        scim.get("/Schemas/" + URN).expect(404);
    }

    private Answer register(RunningRollbook.Tenant tenant, String attributes) {
        return register(tenant, attributes, false);
    }

    private Answer register(RunningRollbook.Tenant tenant, String attributes, boolean required) {
        return rollbook.admin()
                .put(
                        schema(tenant),
                        """
                        {"resourceType":"User","required":%s,
                         "schema":{"id":"%s","name":"Contoso","attributes":[%s]}}
                        """
                                .formatted(required, URN, attributes));
    }

    private static String schema(RunningRollbook.Tenant tenant) {
        return "/tenants/" + tenant.name() + "/schemas/" + URN;
    }

    private static String user(String userName) {
        return """
        {"schemas":["%1$s","%2$s"],"userName":"%3$s",
         "%2$s":{"badge":"B1","floor":3,"tags":["red"],"pin":"0000","note":"n",
                 "lockers":[{"value":"7","type":"shoe"}]}}
        """
                .formatted(CORE, URN, userName);
    }

    private static String operation(String op, String path, String value) {
        return "{\"op\":\"%s\",\"path\":\"%s\",\"value\":%s}".formatted(op, path, value);
    }

    private static void found(ScimClient scim, String filter, String... ids) {
        assertThat(scim.find("/Users", URN + ":" + filter).expect(200).texts("Resources", "id"))
                .isEqualTo(List.of(ids));
    }

    private static JsonNode own(Answer answer) {
        return answer.body().path(URN);
    }
}
