package io.rollbook.provisioning.administration.token;

import io.rollbook.provisioning.administration.ConnectionOfName;
import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.connection.IssueToken;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.TokenText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes tokens. A token's text exists in the answer only: what is kept of it is its hash. */
public final class TokenIssuing {

    private static final int SHOWN = 4;

    private final CommandSender commands;
    private final ConnectionOfName connections;
    private final Supplier<String> ids;
    private final RandomGenerator secure;

    /**
     * @param secure must be cryptographically strong
     */
    public TokenIssuing(
            CommandSender commands,
            ConnectionOfName connections,
            Supplier<String> ids,
            RandomGenerator secure) {
        this.commands = commands;
        this.connections = connections;
        this.ids = ids;
        this.secure = secure;
    }

    /** What is shown once. */
    public record IssuedToken(
            String tokenId,
            String token,
            String connectionId,
            String role,
            List<String> roles,
            @Nullable Instant expires) {

        /** Without the secret, so that it can't reach a log. */
        @Override
        public String toString() {
            return "IssuedToken[" + tokenId + "]";
        }
    }

    /** Issues a token for a connection of the origin's tenant. */
    public Outcome<IssuedToken> issue(
            Origin origin, String connectionId, Set<Role> roles, @Nullable Instant expires) {
        String text = TokenText.generate(secure);
        var command =
                new IssueToken(
                        AggregateId.connection(origin.tenantId(), connectionId),
                        ids.get(),
                        TokenText.hash(text),
                        text.substring(text.length() - SHOWN),
                        roles,
                        expires,
                        origin.receivedAt());
        var labels = roles.stream().map(Role::label).sorted().toList();
        return commands.send(command, origin)
                .map(
                        issued ->
                                new IssuedToken(
                                        command.tokenId(),
                                        text,
                                        connectionId,
                                        String.join(" ", labels),
                                        labels,
                                        expires));
    }

    /** The connection of this name; it comes into being when there is none. */
    Outcome<String> connection(Origin origin, String name) {
        return connections.idOf(origin, name);
    }
}
