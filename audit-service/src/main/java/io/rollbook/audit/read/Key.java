package io.rollbook.audit.read;

/**
 * What entries are found by: an index has those of each value, all but ids in the order of time.
 */
public enum Key {
    ID("id", "text"),
    CYCLE("cycle_id", "text"),
    KIND("kind", "uuid"),
    SUBJECT("subject", "uuid");

    private final String column;
    private final String type;

    Key(String column, String type) {
        this.column = column;
        this.type = type;
    }

    public String column() {
        return column;
    }

    /** An argument that is one of its values. */
    public String argument() {
        return "?::" + type;
    }

    /** An argument that is an array of them. */
    public String arguments() {
        return "?::" + type + "[]";
    }
}
