package io.rollbook.verify.export;

import java.util.Optional;

/** The names of an export's files. */
public final class ExportFiles {

    /** The signed list of all other files; written last. */
    public static final String MANIFEST = "manifest.json";

    /** Announcements of keys, one a line, oldest first. */
    public static final String KEYS = "keys.jsonl";

    /** Signed checkpoints, one a line, oldest first. */
    public static final String CHECKPOINTS = "checkpoints.jsonl";

    /** Signed records of purges, one a line, oldest first. */
    public static final String PURGES = "purges.jsonl";

    private static final String ENTRIES_BEGIN = "entries-";
    private static final String ENTRIES_END = ".jsonl";

    private ExportFiles() {}

    /** The entries of one stream, one a line, oldest first. */
    public static String entries(String stream) {
        return ENTRIES_BEGIN + stream + ENTRIES_END;
    }

    /** Of which stream a file holds the entries, if it does. */
    static Optional<String> streamOf(String file) {
        return file.startsWith(ENTRIES_BEGIN) && file.endsWith(ENTRIES_END)
                ? Optional.of(
                        file.substring(
                                ENTRIES_BEGIN.length(), file.length() - ENTRIES_END.length()))
                : Optional.empty();
    }
}
