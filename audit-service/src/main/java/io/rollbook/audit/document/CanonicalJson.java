package io.rollbook.audit.document;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that RFC 8785 gives to a value. A number that a double cannot hold exactly
 * becomes a string, and a character that PostgreSQL or UTF-8 cannot hold becomes U+FFFD: what a
 * refused request said may be anything, and must not stop the log.
 */
public final class CanonicalJson {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * @param value made of maps with text keys, lists, texts, numbers, booleans and nulls
     */
    public static String of(@Nullable Object value) {
        var json = new CanonicalJson();
        json.value(value);
        return json.out.toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> object -> object(object);
            case List<?> array -> array(array);
            case Boolean truth -> out.append(truth.booleanValue());
            case Number number when EcmaNumber.isExact(number) ->
                    out.append(EcmaNumber.text(number));
            default -> text(value.toString());
        }
    }

    /** String's own order is that of UTF-16 code units, as RFC 8785 §3.2.3 asks. */
    private void object(Map<?, ?> object) {
        var sorted = new TreeMap<String, @Nullable Object>();
        object.forEach((name, member) -> sorted.put(String.valueOf(name), member));
        out.append('{');
        var separator = "";
        for (var member : sorted.entrySet()) {
            out.append(separator);
            text(member.getKey());
            out.append(':');
            value(member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void array(List<?> array) {
        out.append('[');
        var separator = "";
        for (var element : array) {
            out.append(separator);
            value(element);
            separator = ",";
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c == 0 || Character.isSurrogate(c)) {
                    out.append(REPLACEMENT);
                } else if (c < ' ') {
                    out.append("\\u%04x".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
