package io.rollbook.provisioning.aggregate;

/** The kinds of aggregates; the labels stand in the event store and never change. */
public enum AggregateType {
    USER("user"),
    GROUP("group"),
    TENANT("tenant"),
    CONNECTION("connection");

    private final String label;

    AggregateType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
