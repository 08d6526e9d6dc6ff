package io.rollbook.scim.error;

import org.jspecify.annotations.Nullable;

/**
 * A refusal as the client sees it (RFC 7644 §3.12).
 *
 * @param status the HTTP status
 * @param scimType the keyword, where the RFC gives one
 * @param detail a sentence for a human: names the attribute and what was expected; never a stack
 *     trace, a class name or another tenant's data
 */
public record ScimError(int status, @Nullable ScimType scimType, String detail) {

    public static ScimError badRequest(ScimType scimType, String detail) {
        return new ScimError(400, scimType, detail);
    }

    public static ScimError notFound(String detail) {
        return new ScimError(404, null, detail);
    }

    public static ScimError conflict(String detail) {
        return new ScimError(409, ScimType.UNIQUENESS, detail);
    }

    public static ScimError of(int status, String detail) {
        return new ScimError(status, null, detail);
    }
}
