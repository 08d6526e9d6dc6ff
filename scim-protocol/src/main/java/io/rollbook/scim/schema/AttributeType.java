package io.rollbook.scim.schema;

/** The data types of RFC 7643 §2.3. */
public enum AttributeType {
    STRING("string"),
    BOOLEAN("boolean"),
    DECIMAL("decimal"),
    INTEGER("integer"),
    DATE_TIME("dateTime"),
    BINARY("binary"),
    REFERENCE("reference"),
    COMPLEX("complex");

    private final String keyword;

    AttributeType(String keyword) {
        this.keyword = keyword;
    }

    /** As it stands in a schema document. */
    public String keyword() {
        return keyword;
    }
}
