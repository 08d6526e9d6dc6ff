package io.rollbook.provisioning.connection.client;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.ClientCommand;
import io.rollbook.provisioning.connection.Clients;
import io.rollbook.provisioning.connection.event.ClientCredentialRemoved;
import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

/** Makes a secret or federated credential stop working for good, with the tokens got by it. */
public record RemoveClientCredential(AggregateId id, String clientId, String credentialId)
        implements ClientCommand {

    @Override
    public Outcome<ClientEvent> decide(Clients clients) {
        return clients.has(clientId, credentialId)
                ? Outcome.accepted(new ClientCredentialRemoved(id.id(), clientId, credentialId))
                : Outcome.refused(ScimError.notFound("There is no such credential"));
    }
}
