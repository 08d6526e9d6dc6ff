package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.connection.event.ConnectionRemoved;
import io.rollbook.scim.error.Outcome;

import java.util.List;

/** Parts with one application of an identity provider; what it wrote stays. */
public record RemoveConnection(AggregateId id) implements ConnectionCommand {

    @Override
    public Outcome<List<ConnectionEvent>> decide(Connection connection) {
        return connection.present().map(present -> List.of(new ConnectionRemoved(id.id())));
    }
}
