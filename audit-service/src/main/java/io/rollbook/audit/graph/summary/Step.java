package io.rollbook.audit.graph.summary;

import java.util.Locale;
import java.util.Map;

/**
 * One {@code provisioningStep}.
 *
 * @param details what is known beyond the sentence; times among them are measured, not derived
 */
public record Step(
        String name, Type type, Result result, String description, Map<String, String> details) {

    /** In the order in which a request meets them. */
    public enum Type {
        IMPORT("import"),
        SCOPING("scoping"),
        MATCHING("matching"),
        PROCESSING("processing"),
        REFERENCE_RESOLUTION("referenceResolution"),
        EXPORT("export");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What came of it. */
    public enum Result {
        SUCCESS,
        WARNING,
        SKIPPED,
        FAILURE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
