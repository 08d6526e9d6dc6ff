package io.rollbook.provisioning.register;

import java.util.List;

/**
 * An OAuth client as the register has it.
 *
 * @param roles labels of {@link io.rollbook.scim.seam.Role}
 */
public record ClientEntry(String clientId, String connectionId, List<String> roles) {

    public ClientEntry {
        roles = List.copyOf(roles);
    }
}
