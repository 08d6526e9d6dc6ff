package io.rollbook.gateway.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import io.rollbook.gateway.running.Clients;
import io.rollbook.gateway.running.Gateway;
import io.rollbook.gateway.running.KeyFile;
import io.rollbook.gateway.running.LocalIssuer;
import io.rollbook.scim.seam.ClientTrust;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/** Each test has an issuer of its own, so that nothing is cached from another. */
class AssertionsIT {

    private static final RSAKey KEY = LocalIssuer.newKey();
    private static Gateway gateway;
    private static TokenClient client;
    private LocalIssuer issuer;

    @BeforeAll
    static void start() {
        gateway =
                new Gateway(
                        "--rollbook.oauth.key-files=" + KeyFile.ofBits(2048),
                        "--rollbook.oauth.issuers.allow-http=true",
                        "--rollbook.oauth.issuers.allow-private-addresses=true");
        client = new TokenClient(gateway);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void trust() {
        gateway.services.reset();
        gateway.services.clients.restore();
        issuer = new LocalIssuer();
        trust("trust-1", null);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void anAssertionOfAnIssuerFoundByDiscoveryGetsATokenThatOpensScim() {
        var answer = ask(issuer.sign(issuer.claims().build()));

        assertThat(answer.statusCode()).isEqualTo(200);
        var users = gateway.bearer("/scim/v2/Users", TokenClient.tokenIn(answer));
        assertThat(gateway.send(users).statusCode()).isEqualTo(200);
        assertThat(gateway.services.reads.request().caller().tokenId()).isEqualTo("trust-1");
    }

    @Test
    void withoutAClientIdTheSubjectIsTheClient() {
        var self =
                new ClientTrust(
                        "trust-2",
                        Clients.CLIENT,
                        Clients.CLIENT,
                        "https://rollbook.test/oauth2/token",
                        issuer.jwksUri());
        gateway.services.clients.trusts.add(self);
        var claims =
                issuer.claims()
                        .issuer(self.issuer())
                        .subject(self.subject())
                        .audience(self.audience());

        var answer =
                client.ask(
                        "client_assertion_type",
                        TokenClient.ASSERTION_TYPE,
                        "client_assertion",
                        issuer.sign(claims.build()));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void keysAreFetchedOnceForManyAssertionsAndAnewForANewKey() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(issuer.sign(issuer.claims().build())).statusCode()).isEqualTo(200);
        }
        assertThat(issuer.fetches).hasValue(1);

        issuer.changeKey();
        assertThat(ask(issuer.sign(issuer.claims().build())).statusCode()).isEqualTo(200);
        assertThat(issuer.fetches).hasValue(2);
    }

    @Test
    void unknownKeysDoNotMakeUsFetchWithoutEnd() {
        ask(issuer.sign(issuer.claims().build()));

        for (int i = 0; i < 20; i++) {
            var foreign = LocalIssuer.sign(issuer.claims().build(), KEY);
            assertThat(TokenClient.errorIn(ask(foreign))).isEqualTo("401 invalid_client");
        }

        assertThat(issuer.fetches.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void anAssertionIsTakenOnceWhenItHasANumber() {
        var numbered = issuer.sign(issuer.claims().build());
        var unnumbered = issuer.sign(issuer.claims().jwtID(null).build());

        assertThat(ask(numbered).statusCode()).isEqualTo(200);
        assertThat(TokenClient.errorIn(ask(numbered))).isEqualTo("401 invalid_client");
        // Entra numbers none, and uses one for as long as it is good.
        assertThat(ask(unnumbered).statusCode()).isEqualTo(200);
        assertThat(ask(unnumbered).statusCode()).isEqualTo(200);
    }

    @Test
    void claimsThatDoNotFitAreRefused() {
        var now = Instant.now();
        var answers =
                Stream.of(
                                issuer.claims().issuer(issuer.base()),
                                issuer.claims().subject("another"),
                                issuer.claims().audience("api://another"),
                                issuer.claims().audience(List.of()),
                                issuer.claims().expirationTime(null),
                                issuer.claims().expirationTime(date(now.minusSeconds(120))),
                                issuer.claims().notBeforeTime(date(now.plusSeconds(600))),
                                issuer.claims().expirationTime(date(now.plus(Duration.ofDays(30)))))
                        .map(JWTClaimsSet.Builder::build)
                        .map(issuer::sign)
                        .map(this::ask)
                        .toList();

        assertAllRefusedAlike(answers);
    }

    @Test
    void signaturesThatProveNothingAreRefused() throws JOSEException {
        var claims = issuer.claims().build();
        var key = issuer.key();
        var shared = new MACSigner(key.toRSAPublicKey().getEncoded());
        var answers =
                Stream.of(
                                new PlainJWT(claims).serialize(),
                                sign(new JWSHeader(JWSAlgorithm.HS256), claims, shared),
                                sign(
                                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                                .keyID(key.getKeyID())
                                                .build(),
                                        claims,
                                        shared),
                                sign(
                                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                                .jwk(KEY.toPublicJWK())
                                                .build(),
                                        claims,
                                        new RSASSASigner(KEY)),
                                sign(
                                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                                .keyID(key.getKeyID())
                                                .type(new JOSEObjectType("at+jwt"))
                                                .build(),
                                        claims,
                                        new RSASSASigner(key)),
                                issuer.sign(claims).replaceAll("\\.[^.]*$", "."),
                                "x".repeat(20_000))
                        .map(this::ask)
                        .toList();

        assertAllRefusedAlike(answers);
    }

    @Test
    void anUnknownClientIsAnsweredAsAKnownOneWithAForeignAssertion() {
        var good = issuer.sign(issuer.claims().build());

        assertAllRefusedAlike(
                List.of(
                        client.withAssertion("nobody", good),
                        ask(LocalIssuer.sign(issuer.claims().build(), KEY))));
        assertThat(ask(good).statusCode()).isEqualTo(200);
    }

    @Test
    void anAccessTokenOfOursIsNoAssertion() {
        var token = TokenClient.tokenIn(client.withSecret());

        assertThat(TokenClient.errorIn(ask(token))).isEqualTo("401 invalid_client");
    }

    @Test
    void aConfigurationOfAnotherIssuerIsNotBelieved() {
        gateway.services.clients.trusts.clear();
        var other = issuer.issuer() + "/";
        gateway.services.clients.trusts.add(
                new ClientTrust("trust-1", other, LocalIssuer.SUBJECT, LocalIssuer.AUDIENCE, null));

        assertThat(TokenClient.errorIn(ask(issuer.sign(issuer.claims().issuer(other).build()))))
                .isEqualTo("401 invalid_client");
    }

    private void trust(String credentialId, @Nullable String jwksUri) {
        gateway.services.clients.trusts.add(
                new ClientTrust(
                        credentialId,
                        issuer.issuer(),
                        LocalIssuer.SUBJECT,
                        LocalIssuer.AUDIENCE,
                        jwksUri));
    }

    private HttpResponse<String> ask(String assertion) {
        return client.withAssertion(Clients.CLIENT, assertion);
    }

    private static void assertAllRefusedAlike(List<HttpResponse<String>> answers) {
        assertThat(answers).extracting(TokenClient::errorIn).containsOnly("401 invalid_client");
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        var jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static Date date(Instant time) {
        return Date.from(time);
    }
}
