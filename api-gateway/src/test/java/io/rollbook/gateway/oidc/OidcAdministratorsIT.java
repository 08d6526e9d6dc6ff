package io.rollbook.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;

import io.rollbook.gateway.running.Gateway;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Role;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;

class OidcAdministratorsIT {

    private static Provider provider;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        provider = new Provider();
        gateway = gatewayOf(provider.issuer());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        provider.close();
    }

    @BeforeEach
    void reset() {
        gateway.services.reset();
    }

    @Test
    void anAdministratorOfTheProviderIsLetInByTheNameInTheToken() {
        assertThat(call(provider.sign(provider.claims("Rollbook.Admin", "Other"))).statusCode())
                .isEqualTo(200);

        Caller caller = gateway.services.administration.request().caller();
        assertThat(caller.roles()).containsExactly(Role.ADMIN);
        assertThat(caller.tenantId()).isEmpty();
        assertThat(caller.connectionId()).isEqualTo("8d3c0f1e-subject");
    }

    @Test
    void aNameThatMightBePersonalIsShownByItsHash() {
        call(provider.sign(provider.claims("Rollbook.Admin").subject("mia@contoso.example")));

        assertThat(gateway.services.administration.request().caller().connectionId())
                .startsWith("sha256:")
                .doesNotContain("mia");
    }

    @Test
    void anAdministratorOfOneTenantIsBoundToIt() {
        String token = provider.sign(provider.claims("Rollbook.Admin").claim("tenant", "t-7"));

        call(token);

        assertThat(gateway.services.administration.request().caller().tenantId()).isEqualTo("t-7");
        assertThat(
                        gateway.send(
                                        gateway.bearer("/admin/v1/projections/rebuild", token)
                                                .POST(BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsNoAdministratorOrReadsTheLogToIsToldSo() {
        var none = call(provider.sign(provider.claims("Other")));
        var both = call(provider.sign(provider.claims("Rollbook.Admin", "Rollbook.Auditor")));

        assertThat(none.statusCode()).isEqualTo(403);
        assertThat(both.statusCode()).isEqualTo(403);
        assertThat(both.body()).contains("Separation of duties");
        assertThat(both.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(gateway.services.administration.requests()).isEmpty();
    }

    @Test
    void whatTheProviderDidNotSignForThisServerNowIsNothing() {
        Date past = Date.from(Instant.now().minusSeconds(3_600));
        JWTClaimsSet.Builder good = provider.claims("Rollbook.Admin");
        List<String> bad =
                List.of(
                        Provider.sign(good, provider.impostor()),
                        provider.sign(provider.claims("Rollbook.Admin").expirationTime(past)),
                        provider.sign(provider.claims("Rollbook.Admin").expirationTime(null)),
                        provider.sign(provider.claims("Rollbook.Admin").audience("api://other")),
                        provider.sign(provider.claims("Rollbook.Admin").issuer("https://evil")),
                        provider.sign(provider.claims("Rollbook.Admin").subject(null)),
                        new PlainJWT(new PlainHeader(), good.build()).serialize(),
                        "a.b.c");

        assertThat(bad.stream().map(OidcAdministratorsIT::call))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(401))
                .extracting(HttpResponse::body)
                .containsOnly(call("a.b.c").body());
        assertThat(gateway.services.administration.requests()).isEmpty();
    }

    @Test
    void newKeysAreFoundAtOnceAndForgedOnesCostTheProviderLittle() {
        try (var rotating = new Provider();
                var other = gatewayOf(rotating.issuer())) {
            String old = rotating.sign(rotating.claims("Rollbook.Admin"));
            assertThat(call(other, old).statusCode()).isEqualTo(200);
            rotating.rotate();

            assertThat(call(other, rotating.sign(rotating.claims("Rollbook.Admin"))).statusCode())
                    .isEqualTo(200);
            assertThat(call(other, old).statusCode()).isEqualTo(401);

            var forged =
                    IntStream.range(0, 50)
                            .mapToObj(
                                    i ->
                                            Provider.sign(
                                                    rotating.claims("Rollbook.Admin"),
                                                    Provider.newKey()))
                            .map(token -> call(other, token).statusCode())
                            .distinct();

            assertThat(forged).containsExactly(401);
            assertThat(rotating.keysAskedFor.get()).isLessThan(20);
        }
    }

    @Test
    void aProviderThatIsAwayIsNoReasonForARefusalAndTheSecretStillWorks() {
        var gone = new Provider();
        String token = gone.sign(gone.claims("Rollbook.Admin"));
        try (var other = gatewayOf(gone.issuer())) {
            gone.close();

            assertThat(call(other, token).statusCode()).isEqualTo(503);
            assertThat(call(other, Gateway.ADMIN_SECRET).statusCode()).isEqualTo(200);
        }
    }

    private static Gateway gatewayOf(String issuer) {
        return new Gateway(
                "--rollbook.oidc.issuer=" + issuer,
                "--rollbook.oidc.audience=" + Provider.AUDIENCE,
                "--rollbook.oidc.roles=Rollbook.Admin=admin,Rollbook.Auditor=audit.read",
                "--rollbook.oidc.tenant-claim=tenant");
    }

    private static HttpResponse<String> call(String token) {
        return call(gateway, token);
    }

    private static HttpResponse<String> call(Gateway asked, String token) {
        return asked.send(asked.bearer("/admin/v1/tenants", token));
    }
}
