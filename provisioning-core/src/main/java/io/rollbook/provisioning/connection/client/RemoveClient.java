package io.rollbook.provisioning.connection.client;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.ClientCommand;
import io.rollbook.provisioning.connection.Clients;
import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ClientRemoved;
import io.rollbook.scim.error.Outcome;

/** Makes an OAuth client stop working for good, with all tokens that it got. */
public record RemoveClient(AggregateId id, String clientId) implements ClientCommand {

    @Override
    public Outcome<ClientEvent> decide(Clients clients) {
        return clients.has(clientId)
                ? Outcome.accepted(new ClientRemoved(id.id(), clientId))
                : Outcome.refused(CredentialPlace.NO_CLIENT);
    }
}
