package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.connection.CreateConnection;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.register.ConnectionRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;

import java.util.Optional;
import java.util.function.Supplier;

/** The connection of a name, which comes into being when it is first needed. */
public final class ConnectionOfName {

    private final CommandSender commands;
    private final Transactions transactions;
    private final ConnectionRegister connections;
    private final Supplier<String> ids;

    public ConnectionOfName(
            CommandSender commands,
            Transactions transactions,
            ConnectionRegister connections,
            Supplier<String> ids) {
        this.commands = commands;
        this.transactions = transactions;
        this.connections = connections;
        this.ids = ids;
    }

    /** The id of the origin's tenant's connection. */
    public Outcome<String> idOf(Origin origin, String name) {
        var known = find(origin, name);
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        var id = AggregateId.connection(origin.tenantId(), ids.get());
        var created = commands.send(new CreateConnection(id, name), origin).map(c -> id.id());
        // Somebody else may have made it in between, and then that one is meant.
        return find(origin, name).map(Outcome::accepted).orElse(created);
    }

    private Optional<String> find(Origin origin, String name) {
        return transactions.inTenant(
                origin.tenantId(), () -> connections.idOf(origin.tenantId(), name));
    }
}
