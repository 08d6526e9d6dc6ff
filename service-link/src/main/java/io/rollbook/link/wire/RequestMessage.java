package io.rollbook.link.wire;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/** A {@link ScimRequest} as bytes. */
public final class RequestMessage {

    private RequestMessage() {}

    public static byte[] write(ScimRequest request) {
        Head head =
                new Head(
                        request.method(),
                        request.path(),
                        request.query(),
                        request.headers(),
                        request.caller(),
                        request.requestId(),
                        request.receivedAt(),
                        request.baseUri(),
                        request.refusal(),
                        request.admittedAt());
        return new Frame(WireJson.write(head), request.body()).toBytes();
    }

    public static ScimRequest read(byte[] bytes) {
        Frame frame = Frame.parse(bytes);
        Head head = WireJson.read(frame.head(), Head.class);
        return new ScimRequest(
                head.method,
                head.path,
                head.query,
                head.headers,
                frame.body(),
                head.caller,
                head.requestId,
                head.receivedAt,
                head.baseUri,
                head.refusal,
                0,
                head.admittedAt);
    }

    private record Head(
            ScimMethod method,
            String path,
            String query,
            Map<String, String> headers,
            Caller caller,
            String requestId,
            Instant receivedAt,
            String baseUri,
            @Nullable ScimError refusal,
            @Nullable Instant admittedAt) {}
}
