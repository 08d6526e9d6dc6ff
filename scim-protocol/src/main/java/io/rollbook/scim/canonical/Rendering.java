package io.rollbook.scim.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.core.io.JsonStringEncoder;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Puts the pieces of a resource together. */
final class Rendering {
    private static final int ROOM_FOR_LOCATIONS = 256;

    private final byte[] baseUri;
    private final ByteArrayOutputStream out;

    Rendering(String baseUri, int canonical, List<Splice> splices) {
        this.baseUri = JsonStringEncoder.getInstance().quoteAsUTF8(baseUri);
        long spliced = splices.stream().mapToLong(splice -> splice.json().length).sum();
        this.out = new ByteArrayOutputStream((int) (canonical + spliced + ROOM_FOR_LOCATIONS));
    }

    void append(byte[] canonical, int length) {
        int copied = 0;
        for (int i = 0; i < length; i++) {
            if (canonical[i] == CanonicalJson.BASE_URI) {
                out.write(canonical, copied, i - copied);
                out.write(baseUri, 0, baseUri.length);
                copied = i + 1;
            }
        }
        out.write(canonical, copied, length - copied);
    }

    static byte[] alone(Splice splice, String baseUri) {
        Rendering rendering = new Rendering(baseUri, 0, List.of(splice));
        rendering.append("{\"", splice);
        return rendering.end();
    }

    void append(Splice splice) {
        append(",\"", splice);
    }

    private void append(String before, Splice splice) {
        out.writeBytes((before + splice.name() + "\":").getBytes(UTF_8));
        append(splice.json(), splice.json().length);
    }

    byte[] end() {
        out.write('}');
        return out.toByteArray();
    }
}
