package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Gateway;
import io.rollbook.scim.error.ScimError;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Objects;

/** Tenants that are not let in, and administrators who belong to one. */
class LockedOutIT {

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scim/v2/Users",
                "/scim/v2/Schemas",
                "/audit/entries",
                "/auditLogs/provisioning"
            })
    void readsOfATenantThatIsSuspendedAreRefusedWithAReason(String path) {
        var answer = gateway.send(lockedOut(path));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("suspended");
        assertThat(gateway.services.reads.requests()).isEmpty();
        assertThat(gateway.services.auditLog.requests()).isEmpty();
    }

    @Test
    void writesAreRefusedInAWayThatIsRecorded() {
        var answer =
                gateway.send(
                        lockedOut("/scim/v2/Users")
                                .header("Content-Type", "application/scim+json")
                                .POST(BodyPublishers.ofString("{}")));

        ScimError refusal = gateway.services.writes.request().refusal();
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Objects.requireNonNull(refusal).status()).isEqualTo(403);
    }

    @Test
    void anAdministratorOfATenantReachesTheCoreAndNothingElse() {
        String token = gateway.services.adminToken;

        assertThat(gateway.send(gateway.bearer("/admin/v1/tenants", token)).statusCode())
                .isEqualTo(200);
        assertThat(gateway.services.administration.request().caller().tenantId())
                .isEqualTo("tenant-1");
        assertThat(
                        gateway.send(
                                        gateway.bearer("/admin/v1/projections/rebuild", token)
                                                .POST(BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(403);
        assertThat(gateway.services.projectionsAdministration.requests()).isEmpty();
    }

    private static HttpRequest.Builder lockedOut(String path) {
        return gateway.bearer(path, gateway.services.lockedOutToken);
    }
}
