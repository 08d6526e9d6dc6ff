package io.rollbook.audit.read;

/**
 * What entries are found by: an index has those of each value, all but ids in the order of time.
 */
public enum Key {
    ID("id", "text", ""),
    CYCLE("cycle_id", "text", ""),
    KIND("kind", "uuid", ""),
    SUBJECT("subject", "uuid", "date_trunc('quarter', e.recorded_at at time zone 'UTC')");

    private final String column;
    private final String type;
    private final String stretch;

    Key(String column, String type, String stretch) {
        this.column = column;
        this.type = type;
        this.stretch = stretch;
    }

    public String column() {
        return column;
    }

    /**
     * What its index has before the values, of entries {@code e}: a longer time that theirs is in,
     * and by which they are in the same order. Empty for nothing.
     */
    String stretch() {
        return stretch;
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
