package io.rollbook.provisioning.publish.contract;

import io.rollbook.contract.Cause;
import io.rollbook.provisioning.connection.event.ClientCredentialRemoved;
import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ClientRegistered;
import io.rollbook.provisioning.connection.event.ClientRemoved;
import io.rollbook.provisioning.connection.event.ClientSecretAdded;
import io.rollbook.provisioning.connection.event.ClientTrustAdded;

/** OAuth clients' events in the contract's terms; no hash leaves the store. */
final class ClientPublications {

    private ClientPublications() {}

    static io.rollbook.contract.client.ClientEvent of(
            ClientEvent event, long version, Cause cause) {
        return switch (event) {
            case ClientRegistered(var id, var client, var roles) ->
                    new io.rollbook.contract.client.ClientRegistered(
                            id, version, client, roles, cause);
            case ClientSecretAdded secret ->
                    new io.rollbook.contract.client.ClientSecretAdded(
                            secret.connectionId(),
                            version,
                            secret.clientId(),
                            secret.credentialId(),
                            secret.lastFour(),
                            secret.expiresAt(),
                            cause);
            case ClientTrustAdded trust ->
                    new io.rollbook.contract.client.ClientTrustAdded(
                            trust.connectionId(),
                            version,
                            trust.clientId(),
                            trust.credentialId(),
                            trust.issuer(),
                            trust.subject(),
                            trust.audience(),
                            trust.jwksUri(),
                            cause);
            case ClientCredentialRemoved(var id, var client, var credential) ->
                    new io.rollbook.contract.client.ClientCredentialRemoved(
                            id, version, client, credential, cause);
            case ClientRemoved(var id, var client) ->
                    new io.rollbook.contract.client.ClientRemoved(id, version, client, cause);
        };
    }
}
