package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.Command;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.scim.error.Outcome;

import java.util.List;

/** What can be asked of a connection. */
public sealed interface ConnectionCommand extends Command<Applied<Connection>>
        permits CreateConnection,
                ConfigureConnection,
                RemoveConnection,
                IssueToken,
                RevokeToken,
                ClientCommand {

    /** What is to happen; nothing when all is as asked for. */
    Outcome<List<ConnectionEvent>> decide(Connection connection);
}
