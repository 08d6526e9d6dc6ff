package io.rollbook.scim.bulk.message;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.message.RequestBody;

/**
 * Reads the body of {@code POST /Bulk} (RFC 7644 §3.7) without looking at what its operations want.
 * A body that is not the message is refused as a whole, before anything is done: 400 {@code
 * invalidSyntax}, or 413 when it exceeds a limit. Reading stops at the first operation too many.
 */
public final class BulkReader {

    private BulkReader() {}

    public static Outcome<BulkRequest> read(byte[] body, BulkLimits limits) {
        return body.length > limits.maxPayloadSize()
                ? Outcome.refused(limits.tooLarge())
                : RequestBody.readObject(body, new BulkMessage(body, limits)::read);
    }
}
