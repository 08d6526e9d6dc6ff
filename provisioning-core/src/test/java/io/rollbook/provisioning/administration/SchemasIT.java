package io.rollbook.provisioning.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Written;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** A tenant's own schemas, from their registration to the last value. */
@ExtendWith(SharedCore.class)
class SchemasIT {

    private static final String URN = "urn:ietf:params:scim:schemas:extension:Contoso:2.0:User";
    private static final String BADGE = "{\"name\":\"badge\",\"caseExact\":true}";
    private static final String JOINED =
            "{\"name\":\"joined\",\"type\":\"dateTime\",\"mutability\":\"immutable\"}";

    private final Core core;
    private final Tenant tenant;
    private final Tenant other;

    SchemasIT(Core core, Tenant tenant, Tenant other) {
        this.core = core;
        this.tenant = tenant;
        this.other = other;
    }

    @Test
    @Tag("S-6")
    void aSchemaIsRegisteredChangedShownAndRemoved() {
        var created = register(tenant, URN, "User", BADGE);
        var again = register(tenant, URN, "User", BADGE);
        var grown = register(tenant, URN, "User", JOINED + "," + BADGE);
        var shrunk = register(tenant, URN, "User", JOINED);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.written()).containsExactly(new Written(tenant.id(), 2));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.written()).isEmpty();
        assertThat(Json.of(again.body())).isEqualTo(Json.of(created.body()));
        assertThat(grown.status()).isEqualTo(200);
        assertThat(Json.of(grown.body()).at("/schema/attributes/0/name").asString())
                .isEqualTo("badge");
        assertThat(shrunk.status()).isEqualTo(409);
        assertThat(Json.of(shrunk.body()).path("detail").asString())
                .startsWith("attribute 'badge': ");
        assertThat(Json.of(get("/schemas/" + URN.toUpperCase(Locale.ROOT)).body()))
                .isEqualTo(Json.of(grown.body()));
        assertThat(Json.of(get("/schemas").body()).path("schemas").size()).isEqualTo(1);

        assertThat(remove(tenant).status()).isEqualTo(204);
        assertThat(get("/schemas/" + URN).status()).isEqualTo(404);
        assertThat(remove(tenant).status()).isEqualTo(404);
        assertThat(tenant.events().stream().filter(name -> name.startsWith("tenant.schema")))
                .containsExactly(
                        "tenant.schema-registered",
                        "tenant.schema-changed",
                        "tenant.schema-removed");
    }

    @Test
    @Tag("S-4")
    void aMistakeIsAProblemThatNamesThePlace() {
        var mistake = register(tenant, URN, "User", "{\"name\":\"badge\",\"type\":\"text\"}");

        assertThat(mistake.status()).isEqualTo(400);
        assertThat(mistake.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(Json.of(mistake.body()).path("detail").asString())
                .startsWith("attribute 'badge'.type: one of string");
        assertThat(register(tenant, URN, "Device", BADGE).status()).isEqualTo(400);
        assertThat(
                        core.administer(
                                        ScimMethod.PUT,
                                        "/tenants/%s/schemas/urn:example:other"
                                                .formatted(tenant.id()),
                                        body(URN, "User", BADGE))
                                .status())
                .isEqualTo(400);
        assertThat(
                        core.administer(
                                        ScimMethod.PUT,
                                        "/tenants/nobody/schemas/" + URN,
                                        body(URN, "User", BADGE))
                                .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("C3.3-1")
    void itsAttributesAreWrittenAndAnsweredInTheirContainer() {
        register(tenant, URN, "User", BADGE + "," + JOINED);
        var created = tenant.post("/Users", user("mia", "{\"badge\":\"B1\"}"));
        var id = Tenant.idIn(created);
        var patched =
                tenant.patch(
                        "/Users/" + id,
                        "{\"op\":\"Replace\",\"path\":\"%s:badge\",\"value\":\"B2\"}"
                                .formatted(URN));

        assertThat(created.status()).isEqualTo(201);
        assertThat(container(created).path("badge").asString()).isEqualTo("B1");
        assertThat(Json.of(created.body()).path("schemas").toString()).contains(URN);
        assertThat(container(patched).path("badge").asString()).isEqualTo("B2");
        assertThat(tenant.eventsOf(id).getLast()).contains(URN + ":badge", "B1", "B2");
    }

    @Test
    @Tag("S-3")
    void anotherTenantDoesNotKnowIt() {
        register(tenant, URN, "User", BADGE);
        var created = other.post("/Users", user("mia", "{\"badge\":\"B1\"}"));
        var patched =
                other.patch(
                        "/Users/" + Tenant.idIn(created),
                        "{\"op\":\"add\",\"path\":\"%s:badge\",\"value\":\"B2\"}".formatted(URN));

        assertThat(created.status()).isEqualTo(201);
        assertThat(container(created).isMissingNode()).isTrue();
        assertThat(Json.of(patched.body()).path("scimType").asString()).isEqualTo("invalidPath");
    }

    @Test
    void aChangeIsKnownWithinTheLease() {
        var id = tenant.user("early");
        register(tenant, URN, "User", BADGE);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(
                                                tenant.patch(
                                                                "/Users/" + id,
                                                                "{\"op\":\"add\",\"path\":\"%s:badge\",\"value\":\"B1\"}"
                                                                        .formatted(URN))
                                                        .status())
                                        .isEqualTo(200));
    }

    @Test
    @Tag("C7-3")
    @Tag("P3.5.1-3")
    void whatIsImmutableIsSetOnce() {
        register(tenant, URN, "User", BADGE + "," + JOINED);
        var first = "{\"joined\":\"2026-03-02T09:00:00Z\"}";
        var id = Tenant.idIn(tenant.post("/Users", user("mia", first)));

        var other = tenant.put("/Users/" + id, user("mia", first.replace("2026", "2027")));
        var without = tenant.put("/Users/" + id, "{\"userName\":\"mia\"}");

        assertThat(Json.of(other.body()).path("scimType").asString()).isEqualTo("mutability");
        assertThat(container(without).path("joined").asString()).isEqualTo("2026-03-02T09:00:00Z");
    }

    @Test
    @Tag("S-5")
    void aSchemaInUseStaysUntilItsLastValueIsGone() {
        register(tenant, URN, "User", BADGE);
        var id = Tenant.idIn(tenant.post("/Users", user("mia", "{\"badge\":\"B1\"}")));
        var second = Tenant.idIn(tenant.post("/Users", user("lee", "{\"badge\":\"B2\"}")));

        assertThat(remove(tenant).status()).isEqualTo(409);
        tenant.patch("/Users/" + id, "{\"op\":\"remove\",\"path\":\"%s\"}".formatted(URN));
        assertThat(remove(tenant).status()).isEqualTo(409);
        tenant.delete("/Users/" + second);
        assertThat(remove(tenant).status()).isEqualTo(204);
    }

    @Test
    @Tag("S-1")
    void groupsHaveThemAsWell() {
        var urn = "urn:example:contoso:Group";
        register(tenant, urn, "Group", "{\"name\":\"cost\",\"type\":\"decimal\"}");
        var body = "{\"displayName\":\"Risk\",\"%s\":{\"cost\":12.50}}".formatted(urn);
        var created = tenant.post("/Groups", body);
        var again =
                tenant.patch(
                        "/Groups/" + Tenant.idIn(created) + "?attributes=" + urn + ":cost",
                        "{\"op\":\"replace\",\"path\":\"%s:cost\",\"value\":12.50}".formatted(urn));

        assertThat(new String(created.body(), StandardCharsets.UTF_8)).contains("\"cost\":12.50");
        assertThat(again.status()).isEqualTo(200);
        assertThat(tenant.eventsOf(Tenant.idIn(created))).hasSize(1);
    }

    private ScimResponse register(Tenant of, String urn, String type, String attributes) {
        return core.administer(
                ScimMethod.PUT,
                "/tenants/%s/schemas/%s".formatted(of.id(), urn),
                body(urn, type, attributes));
    }

    private ScimResponse remove(Tenant of) {
        return core.administer(
                ScimMethod.DELETE, "/tenants/%s/schemas/%s".formatted(of.id(), URN), "");
    }

    private ScimResponse get(String path) {
        return core.administer(ScimMethod.GET, "/tenants/" + tenant.id() + path, "");
    }

    private static String body(String urn, String type, String attributes) {
        return "{\"resourceType\":\"%s\",\"schema\":{\"id\":\"%s\",\"name\":\"Contoso\",\"attributes\":[%s]}}"
                .formatted(type, urn, attributes);
    }

    private static String user(String userName, String container) {
        return "{\"userName\":\"%s\",\"%s\":%s}".formatted(userName, URN, container);
    }

    private static JsonNode container(ScimResponse response) {
        return Json.of(response.body()).path(URN);
    }
}
