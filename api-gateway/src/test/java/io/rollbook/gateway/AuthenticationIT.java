package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Gateway;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.TokenText;
import io.rollbook.scim.seam.Unavailable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

class AuthenticationIT {

    private static final String UNKNOWN = TokenText.generate(new SecureRandom());
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = new Gateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.services.reset();
    }

    @Test
    @Tag("C5-3")
    void howToAuthenticateCanBeReadWithoutAToken() {
        HttpResponse<String> answer = gateway.send(gateway.open("/scim/v2/ServiceProviderConfig"));

        assertThat(answer.statusCode()).isEqualTo(200);
        ScimRequest request = gateway.services.reads.request();
        assertThat(request.path()).isEqualTo("/ServiceProviderConfig");
        assertThat(request.caller().tenantId()).isEmpty();
        assertThat(request.caller().roles()).isEmpty();
    }

    @Test
    void nothingElseCan() {
        List<HttpResponse<String>> answers =
                Stream.of(
                                gateway.open("/scim/v2/Schemas"),
                                gateway.open("/scim/v2/ServiceProviderConfig/x"),
                                gateway.bearer("/scim/v2/ServiceProviderConfig", UNKNOWN),
                                gateway.open("/scim/v2/ServiceProviderConfig")
                                        .POST(BodyPublishers.ofString("{}")))
                        .map(gateway::send)
                        .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(401);
        assertThat(gateway.services.reads.requests()).isEmpty();
        assertThat(gateway.services.writes.requests()).isEmpty();
    }

    @Test
    @Tag("P2-1")
    @Tag("P2-2")
    void everyFailureLooksTheSame() {
        String token = gateway.services.scimToken;
        List<HttpResponse<String>> answers =
                Stream.of(
                                gateway.open("/scim/v2/Users"),
                                gateway.bearer("/scim/v2/Users", UNKNOWN),
                                gateway.bearer("/scim/v2/Users", "rbk_nonsense"),
                                gateway.bearer("/scim/v2/Users", Gateway.ADMIN_SECRET),
                                gateway.bearer("/scim/v2/Users", ""),
                                gateway.open("/scim/v2/Users").header("Authorization", token),
                                gateway.open("/scim/v2/Users")
                                        .header("Authorization", "Basic " + token),
                                gateway.scim("/scim/v2/Users")
                                        .header("Authorization", "Bearer " + token))
                        .map(gateway::send)
                        .toList();

        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.statusCode()).isEqualTo(401);
                            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                                    .contains("Bearer realm=\"rollbook\"");
                            assertThat(answer.headers().firstValue("Content-Type"))
                                    .contains("application/scim+json");
                        });
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(gateway.services.reads.requests()).isEmpty();
    }

    @Test
    void schemeIsAcceptedInAnyCase() {
        HttpRequest.Builder request =
                gateway.open("/scim/v2/Users")
                        .header("Authorization", "bearer " + gateway.services.scimToken);

        assertThat(gateway.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeATokenIsNeverLookedUp() {
        int before = gateway.services.lookUps.get();
        String token = gateway.services.scimToken;

        gateway.send(gateway.bearer("/scim/v2/Users", token.substring(0, 52) + "!"));
        gateway.send(gateway.bearer("/scim/v2/Users", token + "0"));

        assertThat(gateway.services.lookUps).hasValue(before);
    }

    @Test
    void directoryIsAskedOnceForManyRequests() {
        gateway.send(gateway.scim("/scim/v2/Users"));
        int before = gateway.services.lookUps.get();

        for (int i = 0; i < 20; i++) {
            gateway.send(gateway.scim("/scim/v2/Users"));
        }

        assertThat(gateway.services.lookUps.get() - before).isLessThanOrEqualTo(1);
    }

    @Test
    @Tag("P2-3")
    @Tag("X-3")
    void scimNeedsTheScimRoleAndRefusedWritesAreRecorded() {
        String token = gateway.services.auditToken;

        HttpResponse<String> read = gateway.send(gateway.bearer("/scim/v2/Users", token));
        HttpResponse<String> write =
                gateway.send(
                        gateway.bearer("/scim/v2/Users", token)
                                .header("Content-Type", "application/scim+json")
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(read.statusCode()).isEqualTo(403);
        assertThat(read.body()).contains("\"status\":\"403\"");
        assertThat(write.statusCode()).isEqualTo(403);
        assertThat(gateway.services.reads.requests()).isEmpty();
        ScimRequest recorded = gateway.services.writes.request();
        assertThat(recorded.refusal()).isNotNull();
        assertThat(recorded.body()).isEmpty();
    }

    @Test
    void auditNeedsTheAuditRole() {
        HttpResponse<String> answer = gateway.send(gateway.scim("/audit/entries"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
        assertThat(gateway.services.auditLog.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/v1/tenants", "/admin/v1/projections/rebuild"})
    void administrationNeedsTheSecret(String path) {
        for (HttpRequest.Builder request :
                List.of(
                        gateway.open(path),
                        gateway.scim(path),
                        gateway.bearer(path, Gateway.ADMIN_SECRET + "0"))) {
            HttpResponse<String> answer = gateway.send(request);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        assertThat(gateway.services.administration.requests()).isEmpty();
        assertThat(gateway.services.projectionsAdministration.requests()).isEmpty();
    }

    @Test
    void directoryThatIsAwayIsNoReasonForARefusal() {
        try (Gateway other = new Gateway()) {
            other.services.directoryIsAway(
                    new Unavailable("the database", new IllegalStateException()));

            HttpResponse<String> answer = other.send(other.scim("/scim/v2/Users"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        }
    }
}
