package io.rollbook.provisioning.administration.client;

import io.rollbook.provisioning.administration.ConnectionOfName;
import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.connection.client.AddClientSecret;
import io.rollbook.provisioning.connection.client.AddClientTrust;
import io.rollbook.provisioning.connection.client.RegisterClient;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.SecretText;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes OAuth clients and their credentials. Of a secret's text only the hash is kept. */
final class ClientIssuing {

    private static final int SHOWN = 4;

    /** Entra's portal shows an audience with this ending; the token has it without. */
    private static final String DEFAULT_SCOPE = "/.default";

    private final CommandSender commands;
    private final ConnectionOfName connections;
    private final Supplier<String> ids;
    private final RandomGenerator secure;

    /**
     * @param secure must be cryptographically strong
     */
    ClientIssuing(
            CommandSender commands,
            ConnectionOfName connections,
            Supplier<String> ids,
            RandomGenerator secure) {
        this.commands = commands;
        this.connections = connections;
        this.ids = ids;
        this.secure = secure;
    }

    Outcome<ClientViews.Client> register(Origin origin, String connectionName, Role role) {
        return connections
                .idOf(origin, connectionName)
                .flatMap(
                        connectionId -> {
                            var id = AggregateId.connection(origin.tenantId(), connectionId);
                            var command = new RegisterClient(id, ids.get(), role);
                            return commands.send(command, origin)
                                    .map(
                                            registered ->
                                                    ClientViews.Client.fresh(
                                                            command.clientId(),
                                                            connectionId,
                                                            role));
                        });
    }

    Outcome<ClientViews.Secret> addSecret(
            Origin origin, AggregateId connection, String clientId, Duration lifetime) {
        var text = SecretText.OF_CLIENT.generate(secure);
        var command =
                new AddClientSecret(
                        connection,
                        clientId,
                        ids.get(),
                        SecretText.hash(text),
                        text.substring(text.length() - SHOWN),
                        origin.receivedAt().plus(lifetime));
        return commands.send(command, origin)
                .map(
                        added ->
                                new ClientViews.Secret(
                                        clientId,
                                        command.credentialId(),
                                        text,
                                        command.expiresAt().toString()));
    }

    /** Issuer and subject are the client itself where they are left out (OpenID Connect §9). */
    Outcome<ClientViews.Credential> addTrust(
            Origin origin,
            AggregateId connection,
            String clientId,
            @Nullable String issuer,
            @Nullable String subject,
            String audience,
            @Nullable String jwksUri) {
        var command =
                new AddClientTrust(
                        connection,
                        clientId,
                        ids.get(),
                        Objects.requireNonNullElse(issuer, clientId),
                        Objects.requireNonNullElse(subject, clientId),
                        audience.endsWith(DEFAULT_SCOPE)
                                ? audience.substring(0, audience.length() - DEFAULT_SCOPE.length())
                                : audience,
                        jwksUri);
        return commands.send(command, origin)
                .map(added -> ClientViews.Credential.of(command.added()));
    }
}
