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
        return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
    }

    public static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : of(text);
    }
}
