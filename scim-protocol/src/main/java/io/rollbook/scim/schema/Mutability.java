package io.rollbook.scim.schema;

/** Who may set an attribute and when (RFC 7643 §7). */
public enum Mutability {
    READ_ONLY("readOnly"),
    READ_WRITE("readWrite"),
    IMMUTABLE("immutable"),
    WRITE_ONLY("writeOnly");

    private final String keyword;

    Mutability(String keyword) {
        this.keyword = keyword;
    }

    /** As it stands in a schema document. */
    public String keyword() {
        return keyword;
    }
}
