package io.rollbook.scim.filter;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** The comparison operators of RFC 7644 §3.4.2.2, table 3; {@code pr} is no comparison. */
public enum Operator {
    EQ,
    NE,
    CO,
    SW,
    EW,
    GT,
    GE,
    LT,
    LE;

    private final String keyword = name().toLowerCase(Locale.ROOT);

    /** As it stands in a filter. */
    public String keyword() {
        return keyword;
    }

    /** The operator that a word means, in any case. */
    static @Nullable Operator ofKeyword(String word) {
        for (Operator operator : values()) {
            if (operator.keyword.equalsIgnoreCase(word)) {
                return operator;
            }
        }
        return null;
    }

    /** Whether it looks at a part of a text. */
    public boolean isSubstring() {
        return this == CO || this == SW || this == EW;
    }

    /** Whether it needs values that have an order. */
    public boolean isOrdering() {
        return this == GT || this == GE || this == LT || this == LE;
    }
}
