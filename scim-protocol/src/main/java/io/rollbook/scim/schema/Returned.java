package io.rollbook.scim.schema;

/** When an attribute is part of a response (RFC 7643 §7). */
public enum Returned {
    ALWAYS("always"),
    NEVER("never"),
    DEFAULT("default"),
    REQUEST("request");

    private final String keyword;

    Returned(String keyword) {
        this.keyword = keyword;
    }

    /** As it stands in a schema document. */
    public String keyword() {
        return keyword;
    }
}
