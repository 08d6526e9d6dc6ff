package io.rollbook.scim.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A string, dateTime, reference or binary value, character for character as it was sent. */
public record Text(String value) implements Value {
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;

    /**
     * Whether a text is {@linkplain #isStorable storable} and {@linkplain #hasControls free of
     * controls}. One pass is enough for nearly every text: it is printable ASCII.
     */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return isStorable(text) && !hasControls(text);
            }
        }
        return true;
    }

    /**
     * Whether all texts in a JSON document are clean, told by its bytes without reading it: they
     * are ASCII, none is escaped and none is DEL. Other controls no parser lets into a text. False
     * says nothing.
     */
    public static boolean areClean(byte[] json) {
        long found = 0;
        int i = 0;
        for (; i <= json.length - Long.BYTES; i += Long.BYTES) {
            found |= notPlain((long) EIGHT.get(json, i));
        }
        for (; i < json.length; i++) {
            found |= notPlain(json[i]);
        }
        return (found & HIGHEST) == 0;
    }

    /** Sets the highest bit of each byte that is not ASCII, or DEL, or a backslash. */
    private static long notPlain(long bytes) {
        return bytes | (bytes + EACH) | ~((bytes ^ EACH * '\\') + ~HIGHEST);
    }

    /**
     * Whether a text can be stored and sent again: JSON can escape what UTF-8 cannot encode (half
     * of a surrogate pair) and what PostgreSQL cannot keep (NUL).
     */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /**
     * Whether a text holds a control character other than tab and line breaks: such are never part
     * of a name or address, and confuse whoever prints them.
     */
    public static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                return true;
            }
        }
        return false;
    }
}
