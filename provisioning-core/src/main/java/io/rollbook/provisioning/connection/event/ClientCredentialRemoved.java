package io.rollbook.provisioning.connection.event;

/** A secret or federated credential of a client stopped working for good. */
public record ClientCredentialRemoved(String connectionId, String clientId, String credentialId)
        implements ClientEvent {}
