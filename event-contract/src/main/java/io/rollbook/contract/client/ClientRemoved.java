package io.rollbook.contract.client;

import io.rollbook.contract.Cause;

/** An OAuth client stopped working for good, with all of its credentials. */
public record ClientRemoved(String connectionId, long version, String clientId, Cause cause)
        implements ClientEvent {}
