package io.rollbook.contract.client;

import io.rollbook.contract.Cause;

import java.util.List;

/** A connection got an OAuth client, which has no credential yet. */
public record ClientRegistered(
        String connectionId, long version, String clientId, List<String> roles, Cause cause)
        implements ClientEvent {

    public ClientRegistered {
        roles = List.copyOf(roles);
    }
}
