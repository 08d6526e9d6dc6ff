package io.rollbook.provisioning.connection.event;

import java.util.List;

/**
 * A connection got an OAuth client, which has no credential yet.
 *
 * @param roles labels of {@link io.rollbook.scim.seam.Role}
 */
public record ClientRegistered(String connectionId, String clientId, List<String> roles)
        implements ClientEvent {

    public ClientRegistered {
        roles = List.copyOf(roles);
    }
}
