package io.rollbook.scim.seam;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * One answer.
 *
 * @param headers names as they go on the wire
 * @param body empty for none
 * @param written the resources that the request changed, with the version each has now; the gateway
 *     holds the answer until a read shows them
 * @param stream the body, where it is not in {@code body}
 */
public record ScimResponse(
        int status,
        Map<String, String> headers,
        byte[] body,
        List<Written> written,
        @Nullable BodyStream stream) {

    public static final String MEDIA_TYPE = "application/scim+json";

    public ScimResponse {
        headers = Map.copyOf(headers);
        written = List.copyOf(written);
    }

    /** With a body at hand, or none. */
    public ScimResponse(
            int status, Map<String, String> headers, byte[] body, List<Written> written) {
        this(status, headers, body, written, null);
    }

    /** With a body that is made while it is sent. */
    public static ScimResponse streamed(
            int status, Map<String, String> headers, BodyStream stream) {
        return new ScimResponse(status, headers, new byte[0], List.of(), stream);
    }
}
