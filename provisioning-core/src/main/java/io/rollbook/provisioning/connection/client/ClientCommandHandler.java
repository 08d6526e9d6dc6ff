package io.rollbook.provisioning.connection.client;

import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.connection.ClientCommand;
import io.rollbook.provisioning.connection.Connection;
import io.rollbook.provisioning.connection.ConnectionAggregate;
import io.rollbook.provisioning.register.ClientRegister;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Carries out what is asked of OAuth clients, and keeps their register. */
public final class ClientCommandHandler {

    private final Repository<ConnectionAggregate> connections;
    private final ClientRegister clients;

    public ClientCommandHandler(
            Repository<ConnectionAggregate> connections, ClientRegister clients) {
        this.connections = connections;
        this.clients = clients;
    }

    @CommandHandler
    public Applied<Connection> handle(RegisterClient command) {
        var applied = carryOut(command);
        clients.add(command.id(), command.clientId(), command.role());
        return applied;
    }

    @CommandHandler
    public Applied<Connection> handle(AddClientSecret command) {
        var applied = carryOut(command);
        clients.add(command.id().tenantId(), command.added());
        return applied;
    }

    @CommandHandler
    public Applied<Connection> handle(AddClientTrust command) {
        var applied = carryOut(command);
        clients.add(command.id().tenantId(), command.added());
        return applied;
    }

    @CommandHandler
    public Applied<Connection> handle(RemoveClientCredential command) {
        var applied = carryOut(command);
        clients.removeCredential(command.id().tenantId(), command.credentialId());
        return applied;
    }

    @CommandHandler
    public Applied<Connection> handle(RemoveClient command) {
        var applied = carryOut(command);
        clients.remove(command.id().tenantId(), command.clientId());
        return applied;
    }

    private Applied<Connection> carryOut(ClientCommand command) {
        return connections
                .load(command.id().text())
                .invoke(connection -> connection.carryOut(command));
    }
}
