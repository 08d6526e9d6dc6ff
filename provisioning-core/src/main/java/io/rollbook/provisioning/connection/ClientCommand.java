package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.scim.error.Outcome;

import java.util.List;

/** What can be asked of a connection's OAuth clients. Each is answered with one event at most. */
public non-sealed interface ClientCommand extends ConnectionCommand {

    String clientId();

    /** What is to happen to the clients of a connection that is there. */
    Outcome<ClientEvent> decide(Clients clients);

    @Override
    default Outcome<List<ConnectionEvent>> decide(Connection connection) {
        return connection.present().flatMap(present -> decide(present.clients())).map(List::of);
    }
}
