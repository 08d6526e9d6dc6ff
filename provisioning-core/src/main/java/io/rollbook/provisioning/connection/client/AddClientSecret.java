package io.rollbook.provisioning.connection.client;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.ClientCommand;
import io.rollbook.provisioning.connection.Clients;
import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ClientSecretAdded;
import io.rollbook.scim.error.Outcome;

import java.time.Instant;

/**
 * Makes one more secret of a client known; its text was made outside.
 *
 * @param secretHash {@link io.rollbook.scim.seam.SecretText#hash} of the text
 * @param lastFour characters of the text
 */
public record AddClientSecret(
        AggregateId id,
        String clientId,
        String credentialId,
        String secretHash,
        String lastFour,
        Instant expiresAt)
        implements ClientCommand {

    @Override
    public Outcome<ClientEvent> decide(Clients clients) {
        return CredentialPlace.take(clients, clientId, added());
    }

    /** The event that this asks for, which is what the register keeps as well. */
    public ClientSecretAdded added() {
        return new ClientSecretAdded(
                id.id(), clientId, credentialId, secretHash, lastFour, expiresAt);
    }
}
