package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.connection.event.TokenRevoked;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.util.List;

/** Makes a token stop working for good. */
public record RevokeToken(AggregateId id, String tokenId) implements ConnectionCommand {

    @Override
    public Outcome<List<ConnectionEvent>> decide(Connection connection) {
        return connection instanceof Connection.Present present
                        && present.tokens().containsKey(tokenId)
                ? Outcome.accepted(List.of(new TokenRevoked(id.id(), tokenId)))
                : Outcome.refused(ScimError.notFound("There is no such token"));
    }
}
