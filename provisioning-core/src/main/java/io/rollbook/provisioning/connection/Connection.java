package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.connection.event.ClientEvent;
import io.rollbook.provisioning.connection.event.ConnectionConfigured;
import io.rollbook.provisioning.connection.event.ConnectionCreated;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.connection.event.ConnectionRemoved;
import io.rollbook.provisioning.connection.event.ConnectionSettings;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.provisioning.connection.event.TokenRevoked;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A connection as its events tell. */
public sealed interface Connection {

    /** Not created yet, or removed for good. */
    record None() implements Connection {}

    /**
     * @param tokens by their ids those that were not revoked, with the end of their lives
     * @param clients the OAuth clients that were not removed
     */
    record Present(
            String id,
            String name,
            Map<String, Instant> tokens,
            ConnectionSettings settings,
            Clients clients)
            implements Connection {

        public Present {
            tokens = Map.copyOf(tokens);
        }

        int tokensAlive(Instant now) {
            return (int) tokens.values().stream().filter(end -> end.isAfter(now)).count();
        }

        private Present with(TokenIssued token) {
            var end = token.expiresAt();
            var more = new HashMap<>(tokens);
            more.put(token.tokenId(), end == null ? Instant.MAX : end);
            return new Present(id, name, more, settings, clients);
        }

        private Present without(String tokenId) {
            var fewer = new HashMap<>(tokens);
            fewer.remove(tokenId);
            return new Present(id, name, fewer, settings, clients);
        }

        private Present with(ConnectionSettings changed) {
            return new Present(id, name, tokens, changed, clients);
        }

        private Present with(Clients changed) {
            return new Present(id, name, tokens, settings, changed);
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
                    new Present(id, name, Map.of(), ConnectionSettings.DEFAULT, Clients.NONE);
            case ConnectionConfigured(var id, var settings) -> requirePresent().with(settings);
            case ConnectionRemoved(var id) -> new None();
            case TokenIssued token -> requirePresent().with(token);
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
