package io.rollbook.contract.client;

import io.rollbook.contract.Cause;

/** A secret or federated credential of an OAuth client stopped working for good. */
public record ClientCredentialRemoved(
        String connectionId, long version, String clientId, String credentialId, Cause cause)
        implements ClientEvent {}
