package io.rollbook.provisioning.connection.client;

import io.rollbook.provisioning.connection.Clients;
import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

/** What every new credential needs: its client, and room. */
final class CredentialPlace {

    static final ScimError NO_CLIENT = ScimError.notFound("There is no such client");

    private CredentialPlace() {}

    static Outcome<ClientEvent> take(Clients clients, String clientId, ClientEvent added) {
        if (!clients.has(clientId)) {
            return Outcome.refused(NO_CLIENT);
        }
        if (clients.isFull(clientId)) {
            return Outcome.refused(
                    ScimError.conflict(
                            "A client has at most "
                                    + Clients.MOST_CREDENTIALS
                                    + " credentials; remove one first"));
        }
        return Outcome.accepted(added);
    }
}
