package io.rollbook.provisioning.group.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a member of a group can be (RFC 7643 §4.2). */
public enum MemberType {
    @JsonProperty("User")
    USER("User"),
    @JsonProperty("Group")
    GROUP("Group");

    private final String label;

    MemberType(String label) {
        this.label = label;
    }

    /** As it stands in {@code members[].type}, in events and in the registers. */
    public String label() {
        return label;
    }

    public static MemberType ofLabel(String label) {
        for (MemberType type : values()) {
            if (type.label.equals(label)) {
                return type;
            }
        }
        throw new IllegalArgumentException("Neither a user nor a group: " + label);
    }
}
