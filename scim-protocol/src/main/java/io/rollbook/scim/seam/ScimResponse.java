package io.rollbook.scim.seam;

import java.util.List;
import java.util.Map;

/**
 * One answer.
 *
 * @param headers names as they go on the wire
 * @param body empty for none
 * @param written the resources that the request changed, with the version each has now; the gateway
 *     holds the answer until a read shows them
 */
public record ScimResponse(
        int status, Map<String, String> headers, byte[] body, List<Written> written) {

    public static final String MEDIA_TYPE = "application/scim+json";

    public ScimResponse {
        headers = Map.copyOf(headers);
        written = List.copyOf(written);
    }
}
