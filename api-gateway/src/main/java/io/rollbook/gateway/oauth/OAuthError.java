package io.rollbook.gateway.oauth;

import io.rollbook.scim.seam.ScimResponse;

import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A refusal at the token endpoint (RFC 6749 §5.2).
 *
 * @param code one of the registered error codes
 */
record OAuthError(int status, String code, String description) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The same whatever is wrong with client or credential. */
    static final OAuthError INVALID_CLIENT =
            new OAuthError(401, "invalid_client", "Client authentication failed.");

    static final OAuthError UNSUPPORTED_GRANT_TYPE =
            new OAuthError(400, "unsupported_grant_type", "grant_type must be client_credentials.");

    static final OAuthError INVALID_SCOPE =
            new OAuthError(400, "invalid_scope", "The client has none of these scopes.");

    static OAuthError invalidRequest(String description) {
        return new OAuthError(400, "invalid_request", description);
    }

    ScimResponse render() {
        var body = new LinkedHashMap<String, Object>();
        body.put("error", code);
        body.put("error_description", description);
        var headers = new HashMap<>(TokenReply.HEADERS);
        if (status == 401) {
            headers.put("WWW-Authenticate", "Basic realm=\"rollbook\"");
        }
        return new ScimResponse(status, headers, JSON.writeValueAsBytes(body), List.of());
    }
}
