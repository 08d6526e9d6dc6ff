package io.rollbook.standalone.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Another library finds the token endpoint by itself and gets tokens with which it provisions. */
class OAuthSdkClientIT {

    private static final RunningRollbook ROLLBOOK = RunningRollbook.shared();
    private static RunningRollbook.Tenant tenant;
    private static AuthorizationServerMetadata server;

    @BeforeAll
    static void discover() throws Exception {
        tenant = ROLLBOOK.newTenant("entra");
        server = AuthorizationServerMetadata.resolve(new Issuer(ROLLBOOK.base()));
    }

    @Test
    void eitherFormOfASecretProvisionsAUser() throws Exception {
        var id = client("scim");
        var issued = secret(id);
        var clientId = new ClientID(id);
        var secret = new Secret(issued.text("/secret"));

        for (var authentication :
                List.of(
                        new ClientSecretBasic(clientId, secret),
                        new ClientSecretPost(clientId, secret))) {
            var response = ask(authentication).toSuccessResponse();
            var token = response.getTokens().getBearerAccessToken();
            assertThat(token.getLifetime()).isEqualTo(3600);
            assertThat(token.getScope()).isEqualTo(new Scope("scim"));
            var name = authentication.getMethod().getValue();
            var created = scim(token.getValue()).createUser(name + "@contoso.example");
            assertThat(tenant.awaitEntry(created).toString())
                    .contains(issued.text("/credentialId"));
        }
    }

    @Test
    void aTokenWithoutTheRoleOpensTheLogButNotScim() throws Exception {
        var id = client("audit.read");
        var secret = new Secret(secret(id).text("/secret"));
        var token = ask(new ClientSecretBasic(new ClientID(id), secret)).toSuccessResponse();

        var text = token.getTokens().getAccessToken().getValue();
        scim(text).get("/Users").expect(403);
        new ScimClient(ROLLBOOK.base() + "/audit", text).get("/entries").expect(200);
    }

    @Test
    void aSecretTakesOverFromAnotherAndARemovedOneEnds() throws Exception {
        var id = client("scim");
        var old = secret(id);
        var fresh = secret(id);
        var before = token(id, old);
        scim(before).get("/Users").expect(200);

        ROLLBOOK.admin()
                .delete(clients() + "/" + id + "/credentials/" + old.text("/credentialId"))
                .expect(204);

        var error = ask(id, old).toErrorResponse().getErrorObject();
        assertThat(error.getCode()).isEqualTo("invalid_client");
        assertThat(error.getHTTPStatusCode()).isEqualTo(401);
        scim(token(id, fresh)).get("/Users").expect(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> scim(before).get("/Users").status() == 401);
        assertThat(scim(before).get("/Users").header("WWW-Authenticate"))
                .contains("error=\"invalid_token\"");
    }

    @Test
    void whatTheAdministratorDidIsInTheLogWithoutASecret() {
        var id = client("scim");
        var issued = secret(id);

        var entry = tenant.awaitEntry(issued).toString();

        assertThat(entry).contains("client.secret", issued.text("/credentialId"));
        assertThat(entry).doesNotContain(issued.text("/secret"));
    }

    private static String token(String id, Answer issued) throws Exception {
        return ask(id, issued).toSuccessResponse().getTokens().getAccessToken().getValue();
    }

    private static TokenResponse ask(String id, Answer issued) throws Exception {
        return ask(new ClientSecretBasic(new ClientID(id), new Secret(issued.text("/secret"))));
    }

    private static TokenResponse ask(ClientAuthentication authentication)
            throws IOException, ParseException {
        var request =
                new TokenRequest.Builder(
                                server.getTokenEndpointURI(),
                                authentication,
                                new ClientCredentialsGrant())
                        .build();
        return TokenResponse.parse(request.toHTTPRequest().send());
    }

    private static String client(String role) {
        var body = "{\"connection\":\"oauth\",\"role\":\"" + role + "\"}";
        return ROLLBOOK.admin().post(clients(), body).expect(201).text("/clientId");
    }

    private static Answer secret(String id) {
        return ROLLBOOK.admin().post(clients() + "/" + id + "/secrets", "{}").expect(201);
    }

    private static String clients() {
        return "/tenants/" + tenant.name() + "/clients";
    }

    private static ScimClient scim(String token) {
        return new ScimClient(ROLLBOOK.scimBase(), token);
    }
}
