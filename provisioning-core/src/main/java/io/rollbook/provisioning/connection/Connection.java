package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.connection.event.ConnectionCreated;
import io.rollbook.provisioning.connection.event.ConnectionEvent;
import io.rollbook.provisioning.connection.event.TokenIssued;
import io.rollbook.provisioning.connection.event.TokenRevoked;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection as its events tell. */
public sealed interface Connection {

    /** Not created yet. */
    record None() implements Connection {}

    /**
     * @param tokens the ids of those that were not revoked
     */
    record Present(String id, String name, Set<String> tokens) implements Connection {

        public Present {
            tokens = Set.copyOf(tokens);
        }

        private Present with(String tokenId) {
            return new Present(
                    id,
                    name,
                    Stream.concat(tokens.stream(), Stream.of(tokenId)).collect(Collectors.toSet()));
        }

        private Present without(String tokenId) {
            return new Present(
                    id,
                    name,
                    tokens.stream().filter(t -> !t.equals(tokenId)).collect(Collectors.toSet()));
        }
    }

    default Connection after(ConnectionEvent event) {
        return switch (event) {
            case ConnectionCreated(var id, var name) -> new Present(id, name, Set.of());
            case TokenIssued token -> present().with(token.tokenId());
            case TokenRevoked token -> present().without(token.tokenId());
        };
    }

    private Present present() {
        return switch (this) {
            case Present present -> present;
            case None() -> throw new IllegalStateException("An event before the creation");
        };
    }
}
