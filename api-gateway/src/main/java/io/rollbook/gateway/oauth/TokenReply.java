package io.rollbook.gateway.oauth;

import io.rollbook.gateway.oauth.token.IssuedAccess;
import io.rollbook.scim.seam.ScimResponse;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A granted access token on the wire (RFC 6749 §5.1). */
final class TokenReply {

    /** Nothing that the token endpoint says may be kept. */
    static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Type", "application/json",
                    "Cache-Control", "no-store",
                    "Pragma", "no-cache");

    private static final JsonMapper JSON = JsonMapper.shared();

    private TokenReply() {}

    static ScimResponse of(IssuedAccess issued) {
        var body = new LinkedHashMap<String, Object>();
        body.put("access_token", issued.token());
        body.put("token_type", "Bearer");
        body.put("expires_in", issued.lifetime().toSeconds());
        body.put("scope", issued.scope());
        return new ScimResponse(200, HEADERS, JSON.writeValueAsBytes(body), List.of());
    }
}
