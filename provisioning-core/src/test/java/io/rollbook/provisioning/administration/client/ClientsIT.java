package io.rollbook.provisioning.administration.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.ClientTrust;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.SecretText;
import io.rollbook.scim.seam.TakenAssertion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;

@ExtendWith(SharedCore.class)
class ClientsIT {

    private static final String TRUST =
            """
            {"issuer":"https://issuer.example/v2.0","subject":"s-1",
             "audience":"api://app-1/.default"}
            """;

    private final Core core;
    private final Tenant tenant;
    private final Tenant other;
    private final ClientDirectory directory;

    ClientsIT(Core core, Tenant tenant, Tenant other) {
        this.core = core;
        this.tenant = tenant;
        this.other = other;
        this.directory = core.bean(ClientDirectory.class);
    }

    @Test
    void severalSecretsAreAliveUntilEachIsRemoved() {
        var client = client();
        var first = made(post(path(client) + "/secrets", ""));
        var second = made(post(path(client) + "/secrets", "{\"expiresInDays\":30}"));

        var caller = caller(client, first);
        assertThat(caller.tenantId()).isEqualTo(tenant.id());
        assertThat(caller.roles()).containsExactly(Role.SCIM);
        assertThat(caller.tokenId()).isEqualTo(first.path("credentialId").asString());
        assertThat(directory.callerOf(caller.tokenId())).contains(caller);
        assertThat(caller(client, second).connectionId()).isEqualTo(caller.connectionId());

        assertThat(delete(path(client) + "/credentials/" + caller.tokenId()).status())
                .isEqualTo(204);
        assertThat(directory.callerWith(client, hash(first))).isEmpty();
        assertThat(directory.callerOf(caller.tokenId())).isEmpty();
        assertThat(directory.callerWith(client, hash(second))).isPresent();

        assertThat(delete(path(client)).status()).isEqualTo(204);
        assertThat(directory.callerWith(client, hash(second))).isEmpty();
        assertThat(delete(path(client)).status()).isEqualTo(404);
        assertThat(tenant.events())
                .endsWith(
                        "client.registered",
                        "client.secret-added",
                        "client.secret-added",
                        "client.credential-removed",
                        "client.removed");
    }

    @Test
    void aSecretIsWorthNothingAtAnotherClientOrAfterItsEnd() {
        var client = client();
        var another = client();
        var secret = made(post(path(client) + "/secrets", ""));

        assertThat(directory.callerWith(another, hash(secret))).isEmpty();
        assertThat(directory.callerWith("nobody", hash(secret))).isEmpty();
        assertThat(directory.callerWith(client, "0".repeat(64))).isEmpty();
        expire(secret.path("credentialId").asString());
        assertThat(directory.callerWith(client, hash(secret))).isEmpty();
        assertThat(directory.callerOf(secret.path("credentialId").asString())).isEmpty();
    }

    @Test
    void anAssertionIsTakenOnceForEachCredential() {
        var client = client();
        var trust = made(post(path(client) + "/trusts", TRUST)).path("credentialId").asString();
        var second = made(post(path(client) + "/trusts", TRUST)).path("credentialId").asString();
        var end = Instant.now().plus(Duration.ofHours(1));

        assertThat(directory.trustsOf(client))
                .contains(
                        new ClientTrust(
                                trust, "https://issuer.example/v2.0", "s-1", "api://app-1", null));
        assertThat(directory.callerWith(new TakenAssertion(trust, "a", end))).isPresent();
        assertThat(directory.callerWith(new TakenAssertion(trust, "a", end))).isEmpty();
        assertThat(directory.callerWith(new TakenAssertion(trust, "b", end))).isPresent();
        assertThat(directory.callerWith(new TakenAssertion(second, "a", end))).isPresent();
        assertThat(directory.callerWith(new TakenAssertion(trust, null, end))).isPresent();
        assertThat(directory.callerWith(new TakenAssertion(trust, null, end))).isPresent();
        assertThat(directory.trustsOf("nobody")).isEmpty();
    }

    @Test
    void assertionsAreForgottenAfterTheirEnd() {
        var client = client();
        var trust = made(post(path(client) + "/trusts", TRUST)).path("credentialId").asString();

        directory.callerWith(new TakenAssertion(trust, "old", Instant.now().minusSeconds(1)));
        directory.callerWith(new TakenAssertion(trust, "new", Instant.now().plusSeconds(3600)));

        assertThat(tenant.query("select id_hash from client_assertion where credential = ?", trust))
                .containsExactly("new");
    }

    @Test
    void theListShowsWhatIsAliveAndNoSecret() {
        var client = client();
        var secret = made(post(path(client) + "/secrets", ""));
        post(path(client) + "/trusts", TRUST);
        caller(client, secret);

        var listed = core.administer(ScimMethod.GET, clients(tenant), "");

        var credentials =
                Json.of(listed.body())
                        .path("clients")
                        .valueStream()
                        .filter(c -> c.path("clientId").asString().equals(client))
                        .flatMap(c -> c.path("credentials").valueStream())
                        .toList();
        assertThat(credentials).hasSize(2);
        assertThat(credentials.getFirst().path("lastUsedAt").asString()).isNotEmpty();
        assertThat(credentials.getFirst().path("lastFour").asString())
                .isEqualTo(text(secret).substring(49));
        assertThat(credentials.getLast().path("type").asString()).isEqualTo("trust");
        assertThat(listed.toString()).doesNotContain(text(secret), hash(secret));
        assertThat(Json.of(core.administer(ScimMethod.GET, clients(other), "").body()).toString())
                .doesNotContain(client);
    }

    @Test
    void anotherTenantsClientIsAnsweredAsOneThatIsNotThere() {
        var client = client();
        var secret = made(post(path(client) + "/secrets", ""));
        var foreign = clients(other) + "/" + client;
        var unknown = clients(other) + "/01a20a26-65ee-725a-ae7e-def5ece52611";
        var credential = "/credentials/" + secret.path("credentialId").asString();

        assertThat(answer(delete(foreign))).isEqualTo(answer(delete(unknown)));
        assertThat(answer(delete(foreign + credential)))
                .isEqualTo(answer(delete(unknown + credential)));
        assertThat(answer(post(foreign + "/secrets", "")))
                .isEqualTo(answer(post(unknown + "/secrets", "")));
        assertThat(answer(post(foreign + "/trusts", TRUST)))
                .isEqualTo(answer(post(unknown + "/trusts", TRUST)));
        assertThat(directory.callerWith(client, hash(secret))).isPresent();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var client = client();

        assertThat(post(clients(tenant), "{\"role\":\"admin\"}").status()).isEqualTo(400);
        assertThat(post(clients(tenant), "{\"role\":\"king\"}").status()).isEqualTo(400);
        assertThat(post(clients(tenant), "{\"connection\":\"\"}").status()).isEqualTo(400);
        assertThat(post("/tenants/nobody/clients", "").status()).isEqualTo(404);
        assertThat(post(path(client) + "/secrets", "{\"expiresInDays\":0}").status())
                .isEqualTo(400);
        assertThat(post(path(client) + "/secrets", "{\"expiresInDays\":4000}").status())
                .isEqualTo(400);
        assertThat(post(path(client) + "/trusts", "{}").status()).isEqualTo(400);
        assertThat(post(path(client) + "/keys", "{}").status()).isEqualTo(404);
        assertThat(delete(path(client) + "/secrets").status()).isEqualTo(404);
    }

    private Caller caller(String client, JsonNode secret) {
        return directory.callerWith(client, hash(secret)).orElseThrow();
    }

    private String client() {
        var created = post(clients(tenant), "{\"connection\":\"Entra\"}");
        return made(created).path("clientId").asString();
    }

    private void expire(String credential) {
        core.database()
                .inTenant(
                        tenant.id(),
                        () ->
                                core.database()
                                        .jdbc()
                                        .sql(
                                                """
                                                update client_credential set expires_at = now()
                                                where credential = ?
                                                """)
                                        .param(credential)
                                        .update());
    }

    private static String answer(ScimResponse response) {
        return response.status() + " " + Json.of(response.body());
    }

    private static JsonNode made(ScimResponse response) {
        assertThat(response.status()).isEqualTo(201);
        return Json.of(response.body());
    }

    private static String clients(Tenant tenant) {
        return "/tenants/" + tenant.id() + "/clients";
    }

    private String path(String client) {
        return clients(tenant) + "/" + client;
    }

    private static String text(JsonNode secret) {
        return secret.path("secret").asString();
    }

    private static String hash(JsonNode secret) {
        return SecretText.hash(text(secret));
    }

    private ScimResponse post(String path, String body) {
        return core.administer(ScimMethod.POST, path, body);
    }

    private ScimResponse delete(String path) {
        return core.administer(ScimMethod.DELETE, path, "");
    }
}
