package io.rollbook.scim.bulk;

import io.rollbook.scim.bulk.message.BulkOperation;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What came of one operation (RFC 7644 §3.7.3).
 *
 * @param location of the resource; null when a creation failed
 * @param version its entity tag now; null when it failed or is gone
 * @param error the Error of a failed one; null otherwise: what was written can be read at its
 *     location, and a thousand resources at once would make a long answer
 */
public record BulkResult(
        BulkOperation operation,
        int status,
        @Nullable String location,
        @Nullable String version,
        byte @Nullable [] error) {

    private static final int FIRST_ERROR = 400;

    /**
     * @param response as it would be for a request of its own
     * @param address where the operation's path is
     */
    public static BulkResult of(BulkOperation operation, ScimResponse response, String address) {
        boolean failed = response.status() >= FIRST_ERROR;
        boolean nowhere = failed && operation.scimMethod().equals(Optional.of(ScimMethod.POST));
        return new BulkResult(
                operation,
                response.status(),
                nowhere ? null : response.headers().getOrDefault("Location", address),
                failed ? null : response.headers().get("ETag"),
                failed ? response.body() : null);
    }

    public boolean failed() {
        return error != null;
    }
}
