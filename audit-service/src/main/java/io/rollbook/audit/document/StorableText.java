package io.rollbook.audit.document;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * Text that PostgreSQL can hold. What a refused request said may be anything; a character that
 * cannot be stored is shown as U+FFFD, and does not stop the log.
 */
public final class StorableText {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");

    private StorableText() {}

    /** The pattern sees a pair of surrogates as the one character that it is. */
    public static String of(String text) {
        return isPlain(text) ? text : UNSTORABLE.matcher(text).replaceAll("\uFFFD");
    }

    /** Nearly every text: most of what a pattern costs is to begin with it. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    public static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }
}
