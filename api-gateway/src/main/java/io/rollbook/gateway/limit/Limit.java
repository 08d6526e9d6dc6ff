package io.rollbook.gateway.limit;

/** The limits that lead to 429; {@link #sentence()} is for the caller. */
public enum Limit {
    CONNECTION_RATE("connection-rate", "This connection sends more requests than it may."),
    TENANT_RATE("tenant-rate", "This tenant sends more requests than it may."),
    CONNECTION_CONCURRENCY(
            "connection-concurrency",
            "This connection has more requests under way at the same time than it may."),
    TENANT_CONCURRENCY(
            "tenant-concurrency",
            "This tenant has more requests under way at the same time than it may.");

    private final String label;
    private final String sentence;

    Limit(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /** As metrics and the log show it. */
    public String label() {
        return label;
    }

    public String sentence() {
        return sentence;
    }
}
