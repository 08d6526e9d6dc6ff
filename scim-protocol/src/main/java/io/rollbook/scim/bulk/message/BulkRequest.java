package io.rollbook.scim.bulk.message;

import java.util.List;

/**
 * What a client wants done in one request.
 *
 * @param failOnErrors after how many failures the rest is left undone
 * @param operations as sent; each {@code bulkId} of a creation is there once
 */
public record BulkRequest(int failOnErrors, List<BulkOperation> operations) {

    /** Every operation is tried, however many fail. */
    public static final int NEVER = Integer.MAX_VALUE;

    public BulkRequest {
        operations = List.copyOf(operations);
    }
}
