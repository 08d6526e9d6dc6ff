package io.rollbook.provisioning.connection.event;

/** Something happened to an OAuth client of a connection. */
public sealed interface ClientEvent extends ConnectionEvent
        permits ClientRegistered,
                ClientSecretAdded,
                ClientTrustAdded,
                ClientCredentialRemoved,
                ClientRemoved {

    String clientId();
}
