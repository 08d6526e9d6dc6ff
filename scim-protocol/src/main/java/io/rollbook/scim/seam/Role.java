package io.rollbook.scim.seam;

import java.util.Arrays;
import java.util.Optional;

/** What a token may be used for; {@link #label()} is the name that people type and see. */
public enum Role {
    SCIM("scim"),
    AUDIT_READ("audit.read"),
    AUDIT_EXPORT("audit.export"),
    ADMIN("admin");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Role> ofLabel(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
    }
}
