package io.rollbook.provisioning.connection.client;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.ClientCommand;
import io.rollbook.provisioning.connection.Clients;
import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ClientRegistered;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Role;

import java.util.List;

/** Gives a connection one more OAuth client; its id is public. */
public record RegisterClient(AggregateId id, String clientId, Role role) implements ClientCommand {

    @Override
    public Outcome<ClientEvent> decide(Clients clients) {
        if (role == Role.ADMIN) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE, "An OAuth client is never an administrator"));
        }
        if (clients.has(clientId)) {
            return Outcome.refused(ScimError.conflict("There is a client with this id"));
        }
        if (clients.areFull()) {
            return Outcome.refused(
                    ScimError.conflict(
                            "A connection has at most "
                                    + Clients.MOST_CLIENTS
                                    + " OAuth clients; remove one first"));
        }
        return Outcome.accepted(new ClientRegistered(id.id(), clientId, List.of(role.label())));
    }
}
