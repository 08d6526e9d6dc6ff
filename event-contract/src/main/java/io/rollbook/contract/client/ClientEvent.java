package io.rollbook.contract.client;

import io.rollbook.contract.tenant.TenantEvent;

/** Something happened to an OAuth client of a connection. */
public sealed interface ClientEvent extends TenantEvent
        permits ClientRegistered,
                ClientSecretAdded,
                ClientTrustAdded,
                ClientCredentialRemoved,
                ClientRemoved {

    String connectionId();

    String clientId();
}
