package io.rollbook.provisioning.endpoint.bulk;

import io.rollbook.scim.bulk.BulkPlan;
import io.rollbook.scim.bulk.PromisedIds;
import io.rollbook.scim.bulk.message.BulkOperation;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes the operations of a bulk request into requests of their own. One that cannot be carried out
 * becomes a request that is refused already, so that it is recorded like any other.
 */
final class BulkParts {

    /** Nobody sees the resources: a group's members need not be looked up to be thrown away. */
    private static final String LEAST_SHOWN = "attributes=id";

    private static final byte[] NOTHING = {};

    private final ScimRequest whole;
    private final PromisedIds ids;

    BulkParts(ScimRequest whole, PromisedIds ids) {
        this.whole = whole;
        this.ids = ids;
    }

    ScimRequest of(BulkPlan.Turn turn) {
        BulkOperation operation = turn.operation();
        ScimMethod method = operation.scimMethod().orElse(null);
        if (method == null) {
            return part(operation, ScimMethod.POST, "/", NOTHING, unknownMethod(operation));
        }
        if (turn.circular()) {
            return part(operation, method, operation.path(), operation.body(), circle());
        }
        if (operation.data() == null && method != ScimMethod.DELETE) {
            return part(operation, method, operation.path(), NOTHING, noData(operation));
        }
        return switch (ids.resolve(operation)) {
            case Outcome.Accepted<PromisedIds.Resolved>(var resolved) ->
                    part(operation, method, resolved.path(), resolved.body(), null);
            case Outcome.Refused<PromisedIds.Resolved>(var error) ->
                    part(operation, method, operation.path(), operation.body(), error);
        };
    }

    private ScimRequest part(
            BulkOperation operation,
            ScimMethod method,
            String path,
            byte[] body,
            @Nullable ScimError refusal) {
        return new ScimRequest(
                method,
                path,
                LEAST_SHOWN,
                headers(operation),
                method == ScimMethod.DELETE ? NOTHING : body,
                whole.caller(),
                whole.requestId(),
                whole.receivedAt(),
                whole.baseUri(),
                refusal,
                operation.number(),
                whole.admittedAt());
    }

    private Map<String, String> headers(BulkOperation operation) {
        Map<String, String> headers = new HashMap<>();
        if (operation.version() != null) {
            headers.put("if-match", operation.version());
        }
        whole.header("traceparent").ifPresent(trace -> headers.put("traceparent", trace));
        return headers;
    }

    private static ScimError unknownMethod(BulkOperation operation) {
        return ScimError.badRequest(
                ScimType.INVALID_SYNTAX,
                "Operation "
                        + operation.number()
                        + ": 'method' must be one of POST, PUT, PATCH, DELETE.");
    }

    private static ScimError noData(BulkOperation operation) {
        return ScimError.badRequest(
                ScimType.INVALID_SYNTAX,
                "Operation " + operation.number() + ": 'data' is missing.");
    }

    private static ScimError circle() {
        return ScimError.of(
                409,
                "members: by way of references in this request the group would become a member of"
                        + " itself");
    }
}
