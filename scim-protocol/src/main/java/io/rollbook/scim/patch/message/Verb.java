package io.rollbook.scim.patch.message;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What an operation does. */
public enum Verb {
    ADD,
    REPLACE,
    REMOVE;

    private final String keyword = name().toLowerCase(Locale.ROOT);

    public String keyword() {
        return keyword;
    }

    /** Entra writes {@code Add}: any case counts. */
    static @Nullable Verb ofKeyword(String word) {
        for (Verb verb : values()) {
            if (verb.keyword.equalsIgnoreCase(word)) {
                return verb;
            }
        }
        return null;
    }
}
