package io.rollbook.audit.query;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.ScimResponse;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refusals of this API, as problem details (RFC 9457). */
public final class Refusals {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Refusals() {}

    public static <T> Outcome<T> badRequest(String detail) {
        return Outcome.refused(ScimError.of(400, detail));
    }

    public static <T> Outcome<T> notFound(String detail) {
        return Outcome.refused(ScimError.notFound(detail));
    }

    public static ScimResponse response(ScimError error) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("status", error.status());
        problem.put("title", title(error.status()));
        problem.put("detail", error.detail());
        return new ScimResponse(
                error.status(),
                Map.of("Content-Type", "application/problem+json"),
                JSON.writeValueAsBytes(problem),
                List.of());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            default -> "Refused";
        };
    }
}
