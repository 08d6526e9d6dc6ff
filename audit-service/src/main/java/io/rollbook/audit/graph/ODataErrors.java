package io.rollbook.audit.graph;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refusals as Graph writes them (OData 4.01 JSON, section 21). */
public final class ODataErrors {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ODataErrors() {}

    public static ScimResponse response(ScimRequest request, ScimError error) {
        var inner = new LinkedHashMap<String, Object>();
        inner.put("date", request.receivedAt().toString());
        inner.put("request-id", request.requestId());
        var content = new LinkedHashMap<String, Object>();
        content.put("code", code(error.status()));
        content.put("message", error.detail());
        content.put("innerError", inner);
        return new ScimResponse(
                error.status(),
                Map.of("Content-Type", "application/json"),
                JSON.writeValueAsBytes(Map.of("error", content)),
                List.of());
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "BadRequest";
            case 403 -> "Forbidden";
            case 404 -> "ResourceNotFound";
            case 405 -> "MethodNotAllowed";
            default -> "Refused";
        };
    }
}
