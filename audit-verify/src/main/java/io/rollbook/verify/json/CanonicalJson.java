package io.rollbook.verify.json;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical form of JSON (RFC 8785): no white space, members sorted by UTF-16 code units,
 * numbers and strings as ECMAScript writes them, UTF-8.
 */
public final class CanonicalJson {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text = new StringBuilder(512);

    private CanonicalJson() {}

    /**
     * @param value null, a Boolean, a Number, a String, or an Iterable or Map with String keys of
     *     these
     * @throws IllegalArgumentException for anything else, for a number that is not finite and for a
     *     string with half a surrogate pair, none of which has a canonical form
     */
    public static byte[] bytes(@Nullable Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The same as characters. */
    public static String text(@Nullable Object value) {
        var json = new CanonicalJson();
        json.write(value);
        return json.text.toString();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case Boolean truth -> text.append(truth.booleanValue());
            case String string -> string(string);
            case Number number -> text.append(EsNumber.text(number));
            case Map<?, ?> object -> object(object);
            case Iterable<?> array -> array(array.iterator());
            default ->
                    throw new IllegalArgumentException(
                            "There is no JSON for " + value.getClass().getName());
        }
    }

    private void array(Iterator<?> elements) {
        text.append('[');
        while (elements.hasNext()) {
            write(elements.next());
            if (elements.hasNext()) {
                text.append(',');
            }
        }
        text.append(']');
    }

    private void object(Map<?, ?> members) {
        text.append('{');
        boolean first = true;
        for (var member : new TreeMap<Object, @Nullable Object>(members).entrySet()) {
            if (!first) {
                text.append(',');
            }
            first = false;
            string((String) member.getKey());
            text.append(':');
            write(member.getValue());
        }
        text.append('}');
    }

    private void string(String string) {
        text.append('"');
        int plain = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (Character.isSurrogate(c)) {
                i = afterPair(string, i);
            } else if (c < ' ' || c == '"' || c == '\\') {
                text.append(string, plain, i);
                escaped(c);
                plain = i + 1;
            }
        }
        text.append(string, plain, string.length()).append('"');
    }

    private static int afterPair(String string, int at) {
        boolean pair =
                at + 1 < string.length()
                        && Character.isSurrogatePair(string.charAt(at), string.charAt(at + 1));
        if (!pair) {
            throw new IllegalArgumentException("Half a surrogate pair has no canonical form.");
        }
        return at + 1;
    }

    private void escaped(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> text.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
        }
    }
}
