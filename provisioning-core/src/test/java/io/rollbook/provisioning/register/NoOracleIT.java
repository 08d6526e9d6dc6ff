package io.rollbook.provisioning.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.TokenText;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** A credential that is unknown, wrong or over takes the same work to find out. */
@ExtendWith(SharedCore.class)
class NoOracleIT {

    private static final String UNKNOWN = "0198c5a2-ffff-7e02-b6a4-9f1d2c3b4a57";
    private static final String WRONG = "a".repeat(64);

    private final Core core;
    private final String ofTenant;
    private final Instant now = Instant.now();
    private final Instant later = now.plus(Duration.ofDays(10_000));
    private final Recorded recorded;

    NoOracleIT(Core core, Tenant tenant) throws SQLException {
        this.core = core;
        this.ofTenant = "/tenants/" + tenant.id();
        this.recorded = new Recorded(core.database().pool());
    }

    @AfterEach
    void stops() throws SQLException {
        recorded.close();
    }

    @Test
    void ofTokens() {
        var tokens = new TokenRegister(recorded.jdbc());
        var kept = post("/tokens", "{\"expiresInDays\":1}");
        var revoked = post("/tokens", "{}");
        var valid = hash(kept);
        core.administer(
                ScimMethod.DELETE, ofTenant + "/tokens/" + revoked.path("tokenId").asString(), "");

        var unknown = recorded.during(() -> assertThat(tokens.callerOf(WRONG, now)).isEmpty());

        assertThat(unknown).hasSize(1);
        assertThat(recorded.during(() -> assertThat(tokens.callerOf(valid, now)).isPresent()))
                .isEqualTo(unknown);
        assertThat(recorded.during(() -> assertThat(tokens.callerOf(valid, later)).isEmpty()))
                .isEqualTo(unknown);
        assertThat(recorded.during(() -> assertThat(tokens.callerOf(hash(revoked), now)).isEmpty()))
                .isEqualTo(unknown);
    }

    @Test
    void ofSecretsOfOAuthClients() {
        var lookup = new CredentialLookup(recorded.jdbc());
        var client = post("/clients", "{}").path("clientId").asString();
        var secret =
                TokenText.hash(
                        post("/clients/" + client + "/secrets", "{}").path("secret").asString());

        var unknown =
                recorded.during(
                        () -> assertThat(lookup.credentialWith(UNKNOWN, secret, now)).isEmpty());

        assertThat(unknown).hasSize(1);
        assertThat(
                        recorded.during(
                                () ->
                                        assertThat(lookup.credentialWith(client, WRONG, now))
                                                .isEmpty()))
                .isEqualTo(unknown);
        assertThat(
                        recorded.during(
                                () ->
                                        assertThat(lookup.credentialWith(client, secret, later))
                                                .isEmpty()))
                .isEqualTo(unknown);
        assertThat(
                        recorded.during(
                                () ->
                                        assertThat(lookup.credentialWith(client, secret, now))
                                                .isPresent()))
                .isEqualTo(unknown);
        assertThat(recorded.during(() -> assertThat(lookup.trustsOf(UNKNOWN)).isEmpty()))
                .isEqualTo(recorded.during(() -> assertThat(lookup.trustsOf(client)).isEmpty()));
    }

    private static String hash(JsonNode issued) {
        return TokenText.hash(issued.path("token").asString());
    }

    private JsonNode post(String path, String body) {
        return Json.of(core.administer(ScimMethod.POST, ofTenant + path, body).body());
    }
}
