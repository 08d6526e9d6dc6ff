package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.event.ConnectionCreated;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import java.util.List;
import java.util.regex.Pattern;

/** Gives a tenant one more connection. The name must be free as well, which the register knows. */
public record CreateConnection(AggregateId id, String name) implements ConnectionCommand {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9 ._-]{0,62})?");

    @Override
    public Outcome<List<ConnectionEvent>> decide(Connection connection) {
        if (connection instanceof Connection.Present) {
            return Outcome.refused(ScimError.conflict("There is a connection with this id"));
        }
        if (!NAME.matcher(name).matches()) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE,
                            "connection must be 1 to 63 letters, digits, spaces, dots, hyphens or"
                                    + " underscores and begin with a letter or digit"));
        }
        return Outcome.accepted(List.of(new ConnectionCreated(id.id(), name)));
    }
}
