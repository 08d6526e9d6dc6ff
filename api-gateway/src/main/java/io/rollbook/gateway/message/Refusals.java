package io.rollbook.gateway.message;

import io.rollbook.scim.error.Problem;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.seam.ScimResponse;

import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of a refusal: SCIM's own, or RFC 9457 where operators call. */
public enum Refusals {
    SCIM {
        @Override
        public ScimResponse render(ScimError error, Map<String, String> headers) {
            return ScimErrors.response(error, headers);
        }
    },
    PROBLEM {
        @Override
        public ScimResponse render(ScimError error, Map<String, String> headers) {
            Map<String, String> all = new HashMap<>(headers);
            all.put("Content-Type", Problem.MEDIA_TYPE);
            return new ScimResponse(
                    error.status(), all, JSON.writeValueAsBytes(Problem.of(error)), List.of());
        }
    },
    /** As Microsoft Graph answers (OData 4.01 JSON, section 21). */
    ODATA {
        @Override
        public ScimResponse render(ScimError error, Map<String, String> headers) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("code", ODATA_CODES.getOrDefault(error.status(), "Refused"));
            content.put("message", error.detail());
            Map<String, String> all = new HashMap<>(headers);
            all.put("Content-Type", MediaTypes.JSON);
            return new ScimResponse(
                    error.status(),
                    all,
                    JSON.writeValueAsBytes(Map.of("error", content)),
                    List.of());
        }
    },
    /** As RFC 6749 §5.2 has it, with two codes of §4.1.2.1 where the fault is ours. */
    OAUTH {
        @Override
        public ScimResponse render(ScimError error, Map<String, String> headers) {
            Map<String, Object> content = new LinkedHashMap<>();
            content.put(
                    "error",
                    switch (error.status()) {
                        case 500 -> "server_error";
                        case 429, 503 -> "temporarily_unavailable";
                        default -> "invalid_request";
                    });
            content.put("error_description", error.detail());
            Map<String, String> all = new HashMap<>(headers);
            all.put("Content-Type", MediaTypes.JSON);
            return new ScimResponse(
                    error.status(), all, JSON.writeValueAsBytes(content), List.of());
        }
    };

    private static final Map<Integer, String> ODATA_CODES =
            Map.of(
                    400, "BadRequest",
                    401, "InvalidAuthenticationToken",
                    403, "Forbidden",
                    404, "ResourceNotFound",
                    405, "MethodNotAllowed",
                    406, "NotAcceptable",
                    429, "TooManyRequests",
                    500, "InternalServerError",
                    503, "ServiceUnavailable");

    /** What a token without the needed role is told. */
    public static final ScimError FORBIDDEN = ScimError.of(403, "The token may not do this.");

    /** What everybody of a tenant is told that is not let in. */
    public static final ScimError LOCKED_OUT =
            ScimError.of(403, "The tenant is suspended; ask the administrator.");

    private static final JsonMapper JSON = JsonMapper.shared();

    public abstract ScimResponse render(ScimError error, Map<String, String> headers);

    public ScimResponse render(ScimError error) {
        return render(error, Map.of());
    }

    /** The same answer whatever is wrong with the credential (RFC 6750 §3). */
    public ScimResponse unauthorized() {
        return render(
                ScimError.of(401, "A valid bearer token is needed."),
                Map.of("WWW-Authenticate", "Bearer realm=\"rollbook\""));
    }

    /** The same for a bearer token that a client can get anew (RFC 6750 §3.1). */
    public ScimResponse invalidToken() {
        return render(
                ScimError.of(401, "A valid bearer token is needed."),
                Map.of("WWW-Authenticate", "Bearer realm=\"rollbook\", error=\"invalid_token\""));
    }

    public ScimResponse methodNotAllowed(String allow) {
        return render(
                ScimError.of(405, "This method is not allowed here; allowed: " + allow + "."),
                Map.of("Allow", allow));
    }
}
