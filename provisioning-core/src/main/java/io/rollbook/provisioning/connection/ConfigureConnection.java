package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.event.ConnectionConfigured;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.scim.error.Outcome;

import java.util.List;

/** Changes how a connection's requests are treated. */
public record ConfigureConnection(AggregateId id, SettingsChange change)
        implements ConnectionCommand {

    @Override
    public Outcome<List<ConnectionEvent>> decide(Connection connection) {
        return connection
                .present()
                .flatMap(
                        present ->
                                SettingsRules.check(change.after(present.settings()))
                                        .map(
                                                wanted ->
                                                        wanted.equals(present.settings())
                                                                ? List.of()
                                                                : List.of(
                                                                        new ConnectionConfigured(
                                                                                id.id(), wanted))));
    }
}
