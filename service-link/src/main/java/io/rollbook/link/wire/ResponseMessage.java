package io.rollbook.link.wire;

import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Written;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** A {@link ScimResponse} as bytes. */
public final class ResponseMessage {

    private static final int LARGEST_HEAD = 1024 * 1024;

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

    /** Writes one whose body is streamed, as it is made. */
    public static void write(ScimResponse response, OutputStream out) throws IOException {
        Head head = new Head(response.status(), response.headers(), response.written());
        out.write(new Frame(WireJson.write(head), response.body()).toBytes());
        if (response.stream() != null) {
            response.stream().writeTo(out);
        }
    }

    /**
     * Reads the head of such a one; its body is what then comes on the stream, which is closed when
     * that was passed on.
     */
    public static ScimResponse read(InputStream in) throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        int bytes = length.length < Integer.BYTES ? -1 : ByteBuffer.wrap(length).getInt();
        if (bytes < 0 || bytes > LARGEST_HEAD) {
            throw new MalformedMessage("A link message ends before its head");
        }
        Head head = WireJson.read(in.readNBytes(bytes), Head.class);
        return ScimResponse.streamed(head.status, head.headers, out -> passOn(in, out));
    }

    private static void passOn(InputStream in, OutputStream out) throws IOException {
        try (in) {
            in.transferTo(out);
        }
    }

    private record Head(int status, Map<String, String> headers, List<Written> written) {}
}
