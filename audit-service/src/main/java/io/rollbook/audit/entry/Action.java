package io.rollbook.audit.entry;

import java.util.Locale;

/** What a write request did, or wanted to do, to its target. */
public enum Action {
    CREATE,
    UPDATE,
    DISABLE,
    DELETE,
    OTHER;

    /** As it is stored and shown. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
