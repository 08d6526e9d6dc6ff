package io.rollbook.scim.message;

import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Written;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Responses of this protocol: the media type is named on every one, even without a body. */
public final class Responses {
    private Responses() {}

    public static ScimResponse ok(byte[] body) {
        return withContentType(200, Map.of(), body, List.of());
    }

    public static ScimResponse withContentType(
            int status, Map<String, String> headers, byte[] body, List<Written> written) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", ScimResponse.MEDIA_TYPE);
        return new ScimResponse(status, all, body, written);
    }
}
