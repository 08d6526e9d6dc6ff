package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ConnectionConfigured;
import io.rollbook.provisioning.connection.event.ConnectionCreated;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.connection.event.ConnectionSettings;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.provisioning.connection.event.TokenRevoked;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection as its events tell. */
public sealed interface Connection {

    /** Not created yet. */
    record None() implements Connection {}

    /**
     * @param tokens the ids of those that were not revoked
     * @param clients the OAuth clients that were not removed
     */
    record Present(
            String id,
            String name,
            Set<String> tokens,
            ConnectionSettings settings,
            Clients clients)
            implements Connection {

        public Present {
            tokens = Set.copyOf(tokens);
        }

        private Present with(String tokenId) {
            return with(
                    Stream.concat(tokens.stream(), Stream.of(tokenId)).collect(Collectors.toSet()));
        }

        private Present without(String tokenId) {
            return with(
                    tokens.stream().filter(t -> !t.equals(tokenId)).collect(Collectors.toSet()));
        }

        private Present with(Set<String> changed) {
            return new Present(id, name, changed, settings, clients);
        }

        private Present with(Clients changed) {
            return new Present(id, name, tokens, settings, changed);
        }

        private Present with(ConnectionSettings changed) {
            return new Present(id, name, tokens, changed, clients);
        }
    }

    /** The connection when there is one, 404 when not. */
    default Outcome<Present> present() {
        return switch (this) {
            case Present present -> Outcome.accepted(present);
            case None() -> Outcome.refused(ScimError.notFound("There is no such connection"));
        };
    }

    default Connection after(ConnectionEvent event) {
        return switch (event) {
            case ConnectionCreated(var id, var name) ->
                    new Present(id, name, Set.of(), ConnectionSettings.DEFAULT, Clients.NONE);
            case ConnectionConfigured(var _, var settings) -> requirePresent().with(settings);
            case TokenIssued token -> requirePresent().with(token.tokenId());
            case TokenRevoked token -> requirePresent().without(token.tokenId());
            case ClientEvent client -> {
                var present = requirePresent();
                yield present.with(present.clients().after(client));
            }
        };
    }

    private Present requirePresent() {
        return switch (this) {
            case Present present -> present;
            case None() -> throw new IllegalStateException("An event before the creation");
        };
    }
}
