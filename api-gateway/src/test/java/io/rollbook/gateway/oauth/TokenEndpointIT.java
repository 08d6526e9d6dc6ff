package io.rollbook.gateway.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;

import io.rollbook.gateway.running.Clients;
import io.rollbook.gateway.running.Gateway;
import io.rollbook.gateway.running.KeyFile;
import io.rollbook.scim.seam.SecretText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

class TokenEndpointIT {

    private static final String UNKNOWN = SecretText.OF_CLIENT.generate(new SecureRandom());
    private static Gateway gateway;
    private static TokenClient client;
    private static String secret;

    @BeforeAll
    static void start() {
        gateway =
                new Gateway(
                        "--rollbook.oauth.key-files="
                                + KeyFile.ofBits(2048)
                                + ","
                                + KeyFile.ofBits(3072));
        client = new TokenClient(gateway);
        secret = gateway.services.clients.secret;
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.services.reset();
        gateway.services.clients.restore();
    }

    @Test
    @Tag("V-gallery-4")
    void aSecretInTheBodyGetsATokenThatOpensScim() {
        var answer = client.withSecret();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Pragma")).contains("no-cache");
        var body = TokenClient.json(answer);
        assertThat(body.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(body.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(body.path("scope").asString()).isEqualTo("scim");
        assertThat(scimStatus(TokenClient.tokenIn(answer))).isEqualTo(200);
        var caller = gateway.services.reads.request().caller();
        assertThat(caller.tenantId()).isEqualTo("tenant-1");
        assertThat(caller.connectionId()).isEqualTo("connection-1");
        assertThat(caller.tokenId()).isEqualTo("secret-1");
    }

    @Test
    void aSecretInTheHeaderGetsOneAsWell() {
        var answer =
                gateway.send(
                        client.request("grant_type=client_credentials&scope=")
                                .header("Authorization", basic(Clients.CLIENT, secret)));

        assertThat(scimStatus(TokenClient.tokenIn(answer))).isEqualTo(200);
    }

    /** To sign is work, and tokens are asked for like anything else. */
    @Test
    void aClientGetsAsManyTokensAsItsConnectionMayAskFor() {
        try (var limited =
                new Gateway(
                        "--rollbook.oauth.key-files=" + KeyFile.ofBits(2048),
                        "--rollbook.limits.connection.requests-per-second=1",
                        "--rollbook.limits.connection.burst=2")) {
            var asking = new TokenClient(limited);
            assertThat(asking.withSecret().statusCode()).isEqualTo(200);

            // However slow the machine is: one of so many comes before the next second.
            var refused =
                    Stream.generate(asking::withSecret)
                            .limit(50)
                            .filter(answer -> answer.statusCode() == 429)
                            .findFirst()
                            .orElseThrow();

            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(TokenClient.json(refused).path("error").asString())
                    .isEqualTo("temporarily_unavailable");
        }
    }

    @Test
    void theTokenIsSignedByAPublishedKey() throws ParseException, JOSEException {
        var jwt = SignedJWT.parse(TokenClient.tokenIn(client.withSecret()));
        var keys = JWKSet.parse(gateway.send(gateway.open("/oauth2/jwks")).body());

        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(keys.getKeys()).hasSize(2).noneMatch(published -> published.isPrivate());
        var claims = jwt.getJWTClaimsSet();
        assertThat(jwt.getHeader().getType().toString()).isEqualTo("at+jwt");
        assertThat(claims.getIssuer()).isEqualTo(gateway.uri("").toString());
        assertThat(claims.getSubject()).isEqualTo(Clients.CLIENT);
        assertThat(claims.getStringClaim("client_id")).isEqualTo(Clients.CLIENT);
        assertThat(
                        Duration.between(
                                claims.getIssueTime().toInstant(),
                                claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void everyFailureOfAClientLooksTheSame() {
        var answers =
                Stream.of(
                                client.ask("client_id", Clients.CLIENT, "client_secret", UNKNOWN),
                                client.ask("client_id", "nobody", "client_secret", UNKNOWN),
                                client.ask("client_id", "nobody", "client_secret", secret),
                                client.ask("client_id", Clients.CLIENT, "client_secret", "x"),
                                client.ask("client_id", "x' or 1=1", "client_secret", secret),
                                client.ask("client_id", Clients.CLIENT),
                                client.ask("client_secret", secret),
                                client.withAssertion(Clients.CLIENT, "a.b.c"),
                                gateway.send(
                                        client.request("grant_type=client_credentials")
                                                .header("Authorization", "Basic !")),
                                gateway.send(
                                        client.request("grant_type=client_credentials")
                                                .header("Authorization", "Bearer " + secret)),
                                gateway.send(
                                        client.request("grant_type=client_credentials")
                                                .header("Authorization", basic("nobody", UNKNOWN))))
                        .toList();

        assertThat(answers).extracting(TokenClient::errorIn).containsOnly("401 invalid_client");
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                                    .contains("Basic realm=\"rollbook\"");
                            assertThat(answer.headers().firstValue("Cache-Control"))
                                    .contains("no-store");
                        });
    }

    @Test
    void anUnknownClientIsAskedForLikeAKnownOne() {
        var questions = gateway.services.clients.questions;
        int before = questions.get();
        client.ask("client_id", Clients.CLIENT, "client_secret", UNKNOWN);
        int wrong = questions.get() - before;
        client.ask("client_id", "nobody", "client_secret", UNKNOWN);

        assertThat(questions.get() - before).isEqualTo(2 * wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client_id=a&client_secret=b                    | 400 invalid_request",
                "grant_type=                                    | 400 invalid_request",
                "grant_type=password&username=a&password=b      | 400 unsupported_grant_type",
                "grant_type=client_credentials&grant_type=x     | 400 invalid_request",
                "grant_type=client_credentials&client_secret=%z | 400 invalid_request",
                "grant_type=client_credentials&client_secret=a&client_assertion=b "
                        + "| 400 invalid_request",
                "grant_type=client_credentials&client_assertion=b&client_assertion_type=saml "
                        + "| 400 invalid_request",
            })
    void malformedRequestsAreToldApart(String body, String error) {
        assertThat(TokenClient.errorIn(gateway.send(client.request(body)))).isEqualTo(error);
    }

    @Test
    void onlyOneWayToAuthenticateIsTaken() {
        var form =
                TokenClient.form(
                        List.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                Clients.CLIENT,
                                "client_secret",
                                secret));
        var header = basic(Clients.CLIENT, secret);

        assertThat(
                        TokenClient.errorIn(
                                gateway.send(client.request(form).header("Authorization", header))))
                .isEqualTo("400 invalid_request");
        assertThat(
                        TokenClient.errorIn(
                                gateway.send(
                                        client.request("grant_type=client_credentials&client_id=b")
                                                .header("Authorization", header))))
                .isEqualTo("400 invalid_request");
    }

    @Test
    void secretsInTheAddressOrInJsonAreNotTaken() {
        var query = "/oauth2/token?client_id=" + Clients.CLIENT + "&client_secret=" + secret;
        var inAddress =
                gateway.open(query)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        var json =
                gateway.open("/oauth2/token")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"));

        assertThat(TokenClient.errorIn(gateway.send(inAddress))).isEqualTo("400 invalid_request");
        assertThat(TokenClient.errorIn(gateway.send(json))).isEqualTo("400 invalid_request");
        assertThat(gateway.send(gateway.open("/oauth2/token")).statusCode()).isEqualTo(405);
        assertThat(TokenClient.errorIn(gateway.send(client.request("a=" + "b".repeat(40_000)))))
                .isEqualTo("413 invalid_request");
    }

    @Test
    void aScopeThatTheClientHasNotIsRefused() {
        var id = Clients.CLIENT;

        assertThat(
                        TokenClient.errorIn(
                                client.ask(
                                        "client_id",
                                        id,
                                        "client_secret",
                                        secret,
                                        "scope",
                                        "audit.read admin")))
                .isEqualTo("400 invalid_scope");
        assertThat(
                        TokenClient.json(
                                        client.ask(
                                                "client_id",
                                                id,
                                                "client_secret",
                                                secret,
                                                "scope",
                                                "scim admin"))
                                .path("scope")
                                .asString())
                .isEqualTo("scim");
    }

    @Test
    void aTokenEndsSoonAfterItsCredential() {
        var token = TokenClient.tokenIn(client.withSecret());
        assertThat(scimStatus(token)).isEqualTo(200);

        gateway.services.clients.remove("secret-1");

        await().atMost(Duration.ofSeconds(30)).until(() -> scimStatus(token) == 401);
        gateway.services.clients.restore();
        await().atMost(Duration.ofSeconds(30)).until(() -> scimStatus(token) == 200);
    }

    @Test
    void theCredentialIsNotAskedForWithEachRequest() {
        var token = TokenClient.tokenIn(client.withSecret());
        scimStatus(token);
        int before = gateway.services.clients.questions.get();

        for (int i = 0; i < 50; i++) {
            scimStatus(token);
        }

        assertThat(gateway.services.clients.questions.get() - before).isLessThan(50);
    }

    @Test
    void aJwtThatIsNoGoodIsToldSoAndNothingMore() {
        var good = TokenClient.tokenIn(client.withSecret());
        var parts = good.split("\\.");
        var unsigned = encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        var answers =
                Stream.of(
                                good.substring(0, good.length() - 8) + "AAAAAAAA",
                                unsigned,
                                encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2],
                                "eyJ.eyJ.x")
                        .map(token -> gateway.send(gateway.bearer("/scim/v2/Users", token)))
                        .toList();

        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.statusCode()).isEqualTo(401);
                            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                                    .contains("Bearer realm=\"rollbook\", error=\"invalid_token\"");
                            assertThat(answer.headers().firstValue("Content-Type"))
                                    .contains("application/scim+json");
                        });
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    }

    @Test
    void metadataTellsWhereEverythingIs() {
        var metadata =
                TokenClient.json(
                        gateway.send(gateway.open("/.well-known/oauth-authorization-server")));

        assertThat(metadata.path("issuer").asString()).isEqualTo(gateway.uri("").toString());
        assertThat(metadata.path("token_endpoint").asString())
                .isEqualTo(gateway.uri("/oauth2/token").toString());
        assertThat(
                        metadata.path("token_endpoint_auth_signing_alg_values_supported")
                                .valueStream()
                                .map(algorithm -> algorithm.asString()))
                .contains("RS256", "ES256")
                .noneMatch(name -> name.startsWith("HS") || name.equals("none"));
        assertThat(
                        gateway.send(
                                        gateway.open(
                                                metadata.path("jwks_uri")
                                                        .asString()
                                                        .substring(
                                                                gateway.uri("")
                                                                        .toString()
                                                                        .length())))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void failuresAreCounted() {
        client.ask("client_id", "nobody", "client_secret", UNKNOWN);

        assertThat(
                        gateway.meters
                                .counter(
                                        "rollbook.gateway.oauth.tokens",
                                        "outcome",
                                        "invalid_client")
                                .count())
                .isPositive();
    }

    private static int scimStatus(String token) {
        return gateway.send(gateway.bearer("/scim/v2/Users", token)).statusCode();
    }

    private static String basic(String id, String text) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((id + ":" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
