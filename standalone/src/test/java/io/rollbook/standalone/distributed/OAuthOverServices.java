package io.rollbook.standalone.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.sun.net.httpserver.HttpServer;

import io.rollbook.standalone.admin.Administration;
import io.rollbook.standalone.admin.OAuthClients;
import io.rollbook.standalone.client.ScimClient;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A gateway without a database gives out tokens: it asks the write side for what it must know. */
final class OAuthOverServices {

    private final String gateway;
    private final OAuthClients clients;

    OAuthOverServices(String gateway, Administration administration) {
        this.gateway = gateway;
        this.clients = administration.clients("contoso");
    }

    /** By a secret and by the client's own key; an assertion is taken once; revocation works. */
    void play() throws Exception {
        var id = clients.register("oauth", "scim");
        var key = new RSAKeyGenerator(2048).keyID("k-1").generate();
        var server = serve(key);
        try {
            var secret = clients.addSecret(id);
            var keysAt = "http://localhost:" + server.getAddress().getPort() + "/keys";
            clients.addTrust(id, new OAuthClients.Trust("", "", endpoint().toString(), keysAt));
            var bySecret =
                    ask(new ClientSecretBasic(new ClientID(id), new Secret(secret.secret())));
            var assertion =
                    new PrivateKeyJWT(
                            new ClientID(id),
                            endpoint(),
                            JWSAlgorithm.RS256,
                            key.toPrivateKey(),
                            key.getKeyID(),
                            null);
            var byKey = ask(assertion);

            scim(bySecret).createUser("by-secret");
            scim(byKey).createUser("by-key");
            assertThat(ask(assertion).indicatesSuccess()).isFalse();
            assertThat(clients.list()).hasSize(3).first().asString().contains(id);
            clients.removeCredential(id, secret.credentialId());
            awaitEnd(bySecret);
            scim(byKey).get("/Users").expect(200);
            clients.remove(id);
            awaitEnd(byKey);
        } finally {
            server.stop(0);
        }
    }

    private void awaitEnd(TokenResponse response) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> scim(response).get("/Users").status() == 401);
    }

    private TokenResponse ask(ClientAuthentication authentication) throws Exception {
        var request =
                new TokenRequest.Builder(endpoint(), authentication, new ClientCredentialsGrant())
                        .build();
        return TokenResponse.parse(request.toHTTPRequest().send());
    }

    private URI endpoint() {
        return URI.create(gateway + "/oauth2/token");
    }

    private ScimClient scim(TokenResponse response) {
        var token = response.toSuccessResponse().getTokens().getAccessToken().getValue();
        return new ScimClient(gateway + "/scim/v2", token);
    }

    private static HttpServer serve(RSAKey key) throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/keys",
                exchange -> {
                    var body = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
