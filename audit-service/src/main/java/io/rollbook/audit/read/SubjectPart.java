package io.rollbook.audit.read;

/** What subjects are looked for by, and where entries have it, too. */
public enum SubjectPart {
    TARGET("target_id", "target_id"),
    SOURCE("source_id", "source_id"),
    NAME("name", "subject_name");

    private final String column;
    private final String ofEntries;

    SubjectPart(String column, String ofEntries) {
        this.column = column;
        this.ofEntries = ofEntries;
    }

    String column() {
        return column;
    }

    /** The column of the table of entries. */
    public String ofEntries() {
        return ofEntries;
    }

    public boolean isIn(EntryKind kind) {
        return switch (this) {
            case TARGET -> kind.hasTarget();
            case SOURCE -> kind.hasSource();
            case NAME -> kind.hasName();
        };
    }
}
