package io.rollbook.audit.entry;

import java.util.Locale;

/** What came of a write request. */
public enum Status {
    /** It changed something. */
    SUCCESS,
    /** It was carried out, but a part of it was not taken over. */
    WARNING,
    /** It found everything as it asked for. */
    SKIPPED,
    /** It was refused. */
    FAILURE;

    /** As it is stored and shown. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
