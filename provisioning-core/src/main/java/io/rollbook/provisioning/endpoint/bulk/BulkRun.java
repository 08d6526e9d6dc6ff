package io.rollbook.provisioning.endpoint.bulk;

import io.rollbook.scim.bulk.BulkPlan;
import io.rollbook.scim.bulk.BulkResponse;
import io.rollbook.scim.bulk.BulkResult;
import io.rollbook.scim.bulk.PromisedIds;
import io.rollbook.scim.bulk.message.BulkOperation;
import io.rollbook.scim.bulk.message.BulkRequest;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.message.Responses;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Unavailable;
import io.rollbook.scim.seam.Written;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One bulk request on its way through its operations; used by one thread. */
final class BulkRun {

    private static final ScimError AWAY =
            ScimError.of(503, "Not available for the moment; repeat this operation");

    private final BulkWrites.OneWrite write;
    private final PromisedIds ids;
    private final BulkParts parts;
    private final List<BulkResult> results = new ArrayList<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private boolean away;
    private int failures;

    BulkRun(ScimRequest request, BulkWrites.OneWrite write, PromisedIds ids) {
        this.write = write;
        this.ids = ids;
        this.parts = new BulkParts(request, ids);
    }

    ScimResponse of(BulkRequest message, SchemaCatalog catalog) {
        for (BulkPlan.Turn turn : BulkPlan.of(message.operations(), catalog).turns()) {
            if (failures < message.failOnErrors()) {
                take(turn);
            }
        }
        return Responses.withContentType(
                200, Map.of(), new BulkResponse(results).toBytes(), written());
    }

    private void take(BulkPlan.Turn turn) {
        BulkOperation operation = turn.operation();
        ScimRequest part = parts.of(turn);
        ScimResponse response = answer(part, operation.creates() ? ids.of(operation) : "");
        var result = BulkResult.of(operation, response, addressOf(part, operation));
        if (result.failed()) {
            failures++;
            ids.breakThatOf(operation);
        }
        response.written()
                .forEach(each -> versions.merge(each.resourceId(), each.version(), Long::max));
        results.add(result);
    }

    private static String addressOf(ScimRequest part, BulkOperation operation) {
        return part.baseUri() + (part.refusal() == null ? part.path() : operation.path());
    }

    /** Once the store is away, nobody waits for it again and again: the rest is left undone. */
    private ScimResponse answer(ScimRequest part, String newId) {
        if (!away) {
            try {
                return write.answer(part, newId);
            } catch (Unavailable unavailable) {
                if (results.isEmpty()) {
                    throw unavailable;
                }
                away = true;
            }
        }
        return ScimErrors.response(AWAY);
    }

    private List<Written> written() {
        List<Written> written = new ArrayList<>(versions.size());
        versions.forEach((id, version) -> written.add(new Written(id, version)));
        return written;
    }
}
