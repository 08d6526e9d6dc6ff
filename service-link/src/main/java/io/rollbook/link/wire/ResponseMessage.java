package io.rollbook.link.wire;

import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Written;

import java.util.List;
import java.util.Map;

/** A {@link ScimResponse} as bytes. */
public final class ResponseMessage {

    private ResponseMessage() {}

    public static byte[] write(ScimResponse response) {
        Head head = new Head(response.status(), response.headers(), response.written());
        return new Frame(WireJson.write(head), response.body()).toBytes();
    }

    public static ScimResponse read(byte[] bytes) {
        Frame frame = Frame.parse(bytes);
        Head head = WireJson.read(frame.head(), Head.class);
        return new ScimResponse(head.status, head.headers, frame.body(), head.written);
    }

    private record Head(int status, Map<String, String> headers, List<Written> written) {}
}
