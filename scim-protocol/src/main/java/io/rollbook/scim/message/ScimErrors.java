package io.rollbook.scim.message;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;

import java.util.List;
import java.util.Map;

/** Refusals as responses (RFC 7644 §3.12). */
public final class ScimErrors {
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    private ScimErrors() {}

    public static ScimResponse response(ScimError error) {
        return response(error, Map.of());
    }

    /**
     * @param headers those that belong to this error, e.g. {@code Retry-After}
     */
    public static ScimResponse response(ScimError error, Map<String, String> headers) {
        return Responses.withContentType(error.status(), headers, body(error), List.of());
    }

    public static byte[] body(ScimError error) {
        return Json.write(message(error));
    }

    /** The error as a value, for messages that carry errors inside. */
    public static Complex message(ScimError error) {
        ComplexBuilder message =
                Complex.builder()
                        .put("schemas", Many.of(new Text(SCHEMA)))
                        .put("status", new Text(Integer.toString(error.status())));
        if (error.scimType() != null) {
            message.put("scimType", new Text(error.scimType().keyword()));
        }
        return message.put("detail", new Text(error.detail())).build();
    }
}
