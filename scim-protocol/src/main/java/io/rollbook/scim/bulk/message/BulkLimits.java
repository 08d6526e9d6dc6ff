package io.rollbook.scim.bulk.message;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.RequestSizes;

/**
 * How much one bulk request may ask, as {@code /ServiceProviderConfig} publishes it (RFC 7643 §5).
 *
 * @param maxPayloadSize in bytes
 */
public record BulkLimits(int maxOperations, int maxPayloadSize) {

    public static final BulkLimits STANDARD = new BulkLimits(1_000, 1 << 20);

    /** These, as far as nothing smaller was set for who sends the request. */
    public BulkLimits within(RequestSizes sizes) {
        return new BulkLimits(
                RequestSizes.within(sizes.bulkOperations(), maxOperations),
                RequestSizes.within(sizes.bodyBytes(), maxPayloadSize));
    }

    /** Errors name the limit (RFC 7644 §3.7.4). */
    ScimError tooMany() {
        return ScimError.of(
                413, "The bulk request exceeds maxOperations (" + maxOperations + " operations).");
    }

    public ScimError tooLarge() {
        return ScimError.of(
                413, "The bulk request exceeds maxPayloadSize (" + maxPayloadSize + " bytes).");
    }
}
