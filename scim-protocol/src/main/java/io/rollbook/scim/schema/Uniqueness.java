package io.rollbook.scim.schema;

/** Within what a value must be unique (RFC 7643 §7). */
public enum Uniqueness {
    NONE("none"),
    SERVER("server"),
    GLOBAL("global");

    private final String keyword;

    Uniqueness(String keyword) {
        this.keyword = keyword;
    }

    /** As it stands in a schema document. */
    public String keyword() {
        return keyword;
    }
}
