package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.register.ClientRegister;
import io.rollbook.provisioning.register.ConnectionRegister;
import io.rollbook.provisioning.register.TokenRegister;
import io.rollbook.scim.error.ScimError;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Carries out what is asked of connections, and keeps their registers. */
public final class ConnectionCommandHandler {

    private final Repository<ConnectionAggregate> connections;
    private final ConnectionRegister names;
    private final TokenRegister tokens;
    private final ClientRegister clients;

    public ConnectionCommandHandler(
            Repository<ConnectionAggregate> connections,
            ConnectionRegister names,
            TokenRegister tokens,
            ClientRegister clients) {
        this.connections = connections;
        this.names = names;
        this.tokens = tokens;
        this.clients = clients;
    }

    @CommandHandler
    public Applied<Connection> handle(CreateConnection command, MetaData metaData)
            throws Exception {
        var applied =
                connections
                        .newInstance(() -> new ConnectionAggregate(command.id()))
                        .invoke(connection -> connection.carryOut(command));
        if (!names.add(
                command.id().tenantId(), command.id().id(), command.name(), Origin.of(metaData))) {
            throw new CommandRefused(
                    ScimError.conflict("There is a connection of this name already"));
        }
        return applied;
    }

    @CommandHandler
    public Applied<Connection> handle(ConfigureConnection command) {
        var applied = carryOut(command);
        if (applied.changed() && applied.after() instanceof Connection.Present present) {
            names.configure(command.id().tenantId(), command.id().id(), present.settings());
        }
        return applied;
    }

    @CommandHandler
    public Applied<Connection> handle(RemoveConnection command) {
        var applied = carryOut(command);
        tokens.removeAll(command.id().tenantId(), command.id().id());
        clients.removeAll(command.id().tenantId(), command.id().id());
        names.remove(command.id().tenantId(), command.id().id());
        return applied;
    }

    @CommandHandler
    public Applied<Connection> handle(IssueToken command, MetaData metaData) {
        var applied = carryOut(command);
        tokens.add(command.issued(), Origin.of(metaData));
        return applied;
    }

    @CommandHandler
    public Applied<Connection> handle(RevokeToken command) {
        var applied = carryOut(command);
        tokens.remove(command.id().tenantId(), command.tokenId());
        return applied;
    }

    private Applied<Connection> carryOut(ConnectionCommand command) {
        try {
            return connections
                    .load(command.id().text())
                    .invoke(connection -> connection.carryOut(command));
        } catch (AggregateNotFoundException e) {
            throw new CommandRefused(ScimError.notFound("There is no such connection"));
        }
    }
}
