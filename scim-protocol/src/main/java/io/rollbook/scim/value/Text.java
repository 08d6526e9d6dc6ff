package io.rollbook.scim.value;

/** A string, dateTime, reference or binary value, character for character as it was sent. */
public record Text(String value) implements Value {

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
