package io.rollbook.audit.query;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Problem;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.ScimResponse;

import tools.jackson.databind.json.JsonMapper;

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
        return new ScimResponse(
                error.status(),
                Map.of("Content-Type", Problem.MEDIA_TYPE),
                JSON.writeValueAsBytes(Problem.of(error)),
                List.of());
    }
}
