package io.rollbook.gateway.oauth;

import com.nimbusds.jose.JWSAlgorithm;

import io.rollbook.gateway.oauth.assertion.AssertionVerifier;
import io.rollbook.gateway.oauth.token.SigningKeys;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimResponse;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What anybody may read: the public keys (RFC 7517 §5) and the metadata (RFC 8414 §3). */
final class OAuthPages {

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "Cache-Control", "public, max-age=300");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SigningKeys keys;

    OAuthPages(SigningKeys keys) {
        this.keys = keys;
    }

    /** Whether there is anything to read: without keys there is no OAuth. */
    boolean exist() {
        return !keys.areNone();
    }

    ScimResponse keys() {
        return page(keys.published().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param address scheme, host and port as the client sees them, which is the issuer
     */
    ScimResponse metadata(String address) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("issuer", address);
        metadata.put("token_endpoint", address + "/oauth2/token");
        metadata.put("jwks_uri", address + "/oauth2/jwks");
        metadata.put("scopes_supported", scopes());
        metadata.put("response_types_supported", List.of());
        metadata.put("grant_types_supported", List.of("client_credentials"));
        metadata.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post", "private_key_jwt"));
        metadata.put(
                "token_endpoint_auth_signing_alg_values_supported",
                AssertionVerifier.ALGORITHMS.stream().map(JWSAlgorithm::getName).sorted().toList());
        metadata.put("service_documentation", address + "/v3/api-docs");
        return page(JSON.writeValueAsBytes(metadata));
    }

    private static List<String> scopes() {
        return Stream.of(Role.values())
                .filter(role -> role != Role.ADMIN)
                .map(Role::label)
                .toList();
    }

    private static ScimResponse page(byte[] body) {
        return new ScimResponse(200, HEADERS, body, List.of());
    }
}
