package io.rollbook.provisioning.administration.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.CallerTerms;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.RequestRates;
import io.rollbook.scim.seam.RequestSizes;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.TokenText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedCore.class)
class ConnectionSettingsIT {

    private static final String ALL =
            """
            {"profile":"rfc",
             "limits":{"requestsPerSecond":100,"burst":200,"concurrentRequests":20,
                       "bodyBytes":null,"patchOperations":null,"bulkOperations":null,
                       "members":null,"pageSize":null,"filterDepth":null},
             "notifications":{"emails":["identity@contoso.example"],
                              "webhook":"https://hooks.contoso.example/rollbook",
                              "massDeletionThreshold":500,"cycleGapMinutes":20},
             "reviveInactive":true}
            """;

    private final Core core;
    private final String connections;
    private final String settings;
    private String hash = "";

    ConnectionSettingsIT(Core core, Tenant tenant) {
        this.core = core;
        this.connections = "/tenants/" + tenant.id() + "/connections";
        this.settings = connections + "/Entra prod/settings";
    }

    @BeforeEach
    void aConnectionWithAToken() {
        assertThat(call(ScimMethod.POST, connections, "{\"name\":\"Entra prod\"}").status())
                .isEqualTo(201);
        var issued =
                call(
                        ScimMethod.POST,
                        connections.replace("connections", "tokens"),
                        "{\"connection\":\"Entra prod\"}");
        hash = TokenText.hash(Json.of(issued.body()).path("token").asString());
    }

    @Test
    void everyCallerOfTheConnectionGoesByItsSettings() {
        assertThat(caller().terms()).isEqualTo(CallerTerms.DEFAULT);
        assertThat(caller().profile()).isEqualTo(Profile.ENTRA);

        var configured = call(ScimMethod.PUT, settings, ALL);

        assertThat(configured.status()).isEqualTo(200);
        assertThat(Json.of(configured.body())).isEqualTo(Json.of(ALL.getBytes()));
        assertThat(caller().profile()).isEqualTo(Profile.RFC);
        assertThat(caller().terms()).isEqualTo(terms(100, 200, 20).reviving());
        var shown = Json.of(call(ScimMethod.GET, connections + "/Entra prod", "").body());
        assertThat(shown.path("settings")).isEqualTo(Json.of(configured.body()));
        var listed = Json.of(call(ScimMethod.GET, connections, "").body());
        assertThat(listed.path("connections").valueStream()).contains(shown);
    }

    @Test
    void aPatchChangesWhatItNamesAndAPutEverything() {
        call(ScimMethod.PUT, settings, ALL);

        call(
                ScimMethod.PATCH,
                settings,
                "{\"profile\":null,\"limits\":{\"burst\":300},\"notifications\":{\"emails\":null}}");

        assertThat(caller().profile()).isEqualTo(Profile.ENTRA);
        assertThat(caller().terms()).isEqualTo(terms(100, 300, 20).reviving());
        var shown = Json.of(call(ScimMethod.GET, settings, "").body());
        assertThat(shown.at("/notifications/emails").size()).isZero();
        assertThat(shown.at("/notifications/cycleGapMinutes").asInt()).isEqualTo(20);

        call(ScimMethod.PUT, settings, "{\"limits\":{\"burst\":7}}");

        assertThat(caller().terms()).isEqualTo(terms(null, 7, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"profil\":\"rfc\"}",
                "{\"profile\":\"okta\"}",
                "{\"profile\":7}",
                "{\"limits\":7}",
                "{\"limits\":{\"burst\":0}}",
                "{\"limits\":{\"burst\":1.5}}",
                "{\"limits\":{\"burst\":\"5\"}}",
                "{\"limits\":{\"burst\":99999999999}}",
                "{\"limits\":{\"brust\":5}}",
                "{\"notifications\":{\"emails\":\"a@b.example\"}}",
                "{\"notifications\":{\"emails\":[\"nobody\"]}}",
                "{\"notifications\":{\"emails\":[\"a@b.example\",\"a@b.example\"]}}",
                "{\"notifications\":{\"webhook\":\"file:///etc/passwd\"}}",
                "{\"notifications\":{\"webhook\":\"https://user:secret@host/\"}}",
                "{\"notifications\":{\"cycleGapMinutes\":0}}",
                "{\"reviveInactive\":\"yes\"}"
            })
    void whatMakesNoSenseIsRefusedAndChangesNothing(String body) {
        call(ScimMethod.PUT, settings, ALL);

        var refused = call(ScimMethod.PATCH, settings, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(caller().terms()).isEqualTo(terms(100, 200, 20).reviving());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(call(ScimMethod.PUT, connections + "/Okta/settings", "{}").status())
                .isEqualTo(404);
        assertThat(call(ScimMethod.GET, connections + "/Okta", "").status()).isEqualTo(404);
        assertThat(call(ScimMethod.GET, "/tenants/nobody/connections", "").status()).isEqualTo(404);
        assertThat(call(ScimMethod.POST, connections, "{\"name\":\"Entra prod\"}").status())
                .isEqualTo(409);
    }

    /** Of the sizes the smaller counts; the tenant's rates are for all its connections. */
    @Test
    void everyCallerOfATenantGoesByItsLimits() {
        var ofTenant = connections.replace("connections", "settings");
        var set =
                call(
                        ScimMethod.PUT,
                        ofTenant,
                        """
                        {"limits":{"requestsPerSecond":300,"patchOperations":100,"members":50}}
                        """);
        call(
                ScimMethod.PATCH,
                settings,
                "{\"limits\":{\"patchOperations\":20,\"members\":90,\"filterDepth\":4}}");

        assertThat(set.status()).isEqualTo(200);
        assertThat(caller().terms())
                .isEqualTo(
                        new CallerTerms(
                                RequestRates.DEFAULT,
                                new RequestRates(300, null, null),
                                new RequestSizes(null, 20, null, 50, null, 4),
                                false,
                                false));

        call(ScimMethod.PATCH, ofTenant, "{\"limits\":{\"members\":null}}");
        assertThat(call(ScimMethod.GET, ofTenant, "").body())
                .asString()
                .contains("\"members\":null");
        assertThat(caller().terms().sizes().members()).isEqualTo(90);
        assertThat(caller().terms().tenant().requestsPerSecond()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limits\":{\"bodyBytes\":1023}}",
                "{\"limits\":{\"filterDepth\":33}}",
                "{\"limits\":{\"members\":0}}",
                "{\"limits\":{\"pages\":1}}",
                "{\"profile\":\"rfc\"}",
                "[]"
            })
    void aTenantsLimitsAreCheckedBeforeTheyCount(String body) {
        var answer = call(ScimMethod.PUT, connections.replace("connections", "settings"), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(caller().terms()).isEqualTo(CallerTerms.DEFAULT);
    }

    private static CallerTerms terms(
            @Nullable Integer rate, @Nullable Integer burst, @Nullable Integer concurrent) {
        return CallerTerms.DEFAULT.with(new RequestRates(rate, burst, concurrent));
    }

    private Caller caller() {
        return core.tokens().callerOf(hash).orElseThrow();
    }

    private ScimResponse call(ScimMethod method, String path, String body) {
        return core.administer(method, path, body);
    }
}
