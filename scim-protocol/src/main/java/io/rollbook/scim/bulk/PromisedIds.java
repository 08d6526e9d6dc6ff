package io.rollbook.scim.bulk;

import io.rollbook.scim.bulk.message.BulkOperation;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The ids of the resources that a bulk request creates, made before any of them is there, so that
 * references can be resolved in whatever order they come (RFC 7644 §3.7.2). In a circle somebody
 * has to be first: when the other creation then fails, the first keeps an id that nobody has. Not
 * thread-safe.
 */
public final class PromisedIds {

    private static final int MOST_SHOWN = 64;

    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> broken = new HashSet<>();

    public PromisedIds(List<BulkOperation> operations, Supplier<String> newIds) {
        for (BulkOperation operation : operations) {
            if (operation.creates() && operation.bulkId() != null) {
                ids.put(operation.bulkId(), newIds.get());
            }
        }
    }

    /**
     * An operation with ids in place of references.
     *
     * @param path below the base URI
     * @param body empty when there is no data
     */
    public record Resolved(String path, byte[] body) {}

    /** The id of what the operation creates. */
    public String of(BulkOperation creation) {
        return idOf(String.valueOf(creation.bulkId()));
    }

    /** From now on nothing can refer to what the operation should have created. */
    public void breakThatOf(BulkOperation operation) {
        if (operation.creates() && operation.bulkId() != null) {
            broken.add(operation.bulkId());
        }
    }

    /** 409 when a reference leads nowhere. */
    public Outcome<Resolved> resolve(BulkOperation operation) {
        for (String bulkId : operation.references()) {
            if (!ids.containsKey(bulkId)) {
                return unresolvable(bulkId, "no POST of this request has that bulkId.");
            }
            if (broken.contains(bulkId)) {
                return unresolvable(bulkId, "the operation with that bulkId failed.");
            }
        }
        return Outcome.accepted(
                new Resolved(operation.path(this::idOf), operation.body(this::idOf)));
    }

    private String idOf(String bulkId) {
        String id = ids.get(bulkId);
        if (id == null) {
            throw new IllegalArgumentException("Not a creation of this request");
        }
        return id;
    }

    private static <T> Outcome<T> unresolvable(String bulkId, String why) {
        int points = Math.min(MOST_SHOWN, bulkId.codePointCount(0, bulkId.length()));
        String shown = bulkId.substring(0, bulkId.offsetByCodePoints(0, points));
        return Outcome.refused(
                ScimError.of(409, "'bulkId:" + shown + "' cannot be resolved: " + why));
    }
}
