package io.rollbook.provisioning.attempt;

import io.rollbook.scim.value.Text;

/**
 * Text of a request that may have been refused for its very characters, in a form that everybody
 * who follows the log can store: what cannot be kept becomes U+FFFD.
 */
public final class StorableText {

    private static final int REPLACEMENT = 0xFFFD;

    private StorableText() {}

    public static String of(String text) {
        if (Text.isStorable(text)) {
            return text;
        }
        var storable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> storable.appendCodePoint(storable(point)));
        return storable.toString();
    }

    private static int storable(int point) {
        boolean halfPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return halfPair || point == 0 ? REPLACEMENT : point;
    }
}
