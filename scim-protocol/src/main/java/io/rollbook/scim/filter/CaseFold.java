package io.rollbook.scim.filter;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which texts that are not {@code caseExact} are compared: Unicode full case folding of
 * the composed form (NFC). Whoever stores folded text must have it from here.
 */
public final class CaseFold {
    private static final int DOTLESS_I = 'ı';
    private static final int CAPITAL_SHARP_S = 'ẞ';

    private CaseFold() {}

    /** Idempotent; never null; may be longer than the text ({@code ß} becomes {@code ss}). */
    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder folded = new StringBuilder(text.length() + 8);
        compose(text).codePoints().forEach(point -> append(folded, point));
        return compose(folded);
    }

    private static void append(StringBuilder folded, int point) {
        switch (point) {
            // Not the lower case of any letter but its own, although its upper case is I.
            case DOTLESS_I -> folded.appendCodePoint(DOTLESS_I);
            case CAPITAL_SHARP_S -> folded.append("ss");
            // One at a time: the lower case of a whole word depends on where a sigma stands.
            default ->
                    folded.append(
                            Character.toString(point)
                                    .toUpperCase(Locale.ROOT)
                                    .toLowerCase(Locale.ROOT));
        }
    }

    private static String compose(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
