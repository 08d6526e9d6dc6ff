package io.rollbook.scim.canonical;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.core.io.JsonStringEncoder;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Puts the pieces of a resource together, in an array of just the size that they take. */
final class Rendering {
    private static final byte[] END = {'}'};

    private final byte[] baseUri;
    private final List<Piece> pieces = new ArrayList<>();

    Rendering(String baseUri) {
        this.baseUri = JsonStringEncoder.getInstance().quoteAsUTF8(baseUri);
    }

    static byte[] alone(Splice splice, String baseUri) {
        Rendering rendering = new Rendering(baseUri);
        rendering.append("{\"", splice);
        return rendering.end();
    }

    void append(byte[] canonical, int length) {
        pieces.add(Piece.of(canonical, length));
    }

    void append(Splice splice) {
        append(",\"", splice);
    }

    private void append(String before, Splice splice) {
        byte[] name = (before + splice.name() + "\":").getBytes(UTF_8);
        append(name, name.length);
        append(splice.json(), splice.json().length);
    }

    byte[] end() {
        append(END, END.length);
        int size = 0;
        for (Piece piece : pieces) {
            size += piece.length() + piece.marks() * (baseUri.length - 1);
        }
        ByteBuffer rendered = ByteBuffer.allocate(size);
        for (Piece piece : pieces) {
            piece.render(baseUri, rendered);
        }
        return rendered.array();
    }

    /**
     * @param text each byte as a character: the JDK searches strings many bytes at a time, arrays
     *     one by one
     * @param marks in how many places the base URI belongs
     */
    private record Piece(byte[] json, int length, String text, int marks) {

        static Piece of(byte[] json, int length) {
            String text = new String(json, 0, length, ISO_8859_1);
            int marks = 0;
            for (int at = next(text, 0); at >= 0; at = next(text, at + 1)) {
                marks++;
            }
            return new Piece(json, length, text, marks);
        }

        void render(byte[] baseUri, ByteBuffer target) {
            int copied = 0;
            for (int at = next(text, 0); at >= 0; at = next(text, at + 1)) {
                target.put(json, copied, at - copied).put(baseUri);
                copied = at + 1;
            }
            target.put(json, copied, length - copied);
        }

        private static int next(String text, int from) {
            return text.indexOf(CanonicalJson.BASE_URI, from);
        }
    }
}
