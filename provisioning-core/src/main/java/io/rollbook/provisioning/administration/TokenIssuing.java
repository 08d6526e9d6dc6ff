package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.connection.IssueToken;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.register.ConnectionRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.TokenText;

import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes tokens. A token's text exists in the answer only: what is kept of it is its hash. The
 * connection comes into being with its first token.
 */
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
            Transactions transactions,
            ConnectionRegister connections,
            Supplier<String> ids,
            RandomGenerator secure) {
        this.commands = commands;
        this.connections = new ConnectionOfName(commands, transactions, connections, ids);
        this.ids = ids;
        this.secure = secure;
    }

    /** What is shown once. */
    public record IssuedToken(String tokenId, String token, String connectionId, String role) {}

    /** Issues a token for the origin's tenant. */
    public Outcome<IssuedToken> issue(Origin origin, String connectionName, Role role) {
        return connections
                .idOf(origin, connectionName)
                .flatMap(connectionId -> issue(origin, connectionId, ids.get(), role));
    }

    private Outcome<IssuedToken> issue(
            Origin origin, String connectionId, String tokenId, Role role) {
        String text = TokenText.generate(secure);
        var command =
                new IssueToken(
                        AggregateId.connection(origin.tenantId(), connectionId),
                        tokenId,
                        TokenText.hash(text),
                        text.substring(text.length() - SHOWN),
                        Set.of(role),
                        null);
        return commands.send(command, origin)
                .map(issued -> new IssuedToken(tokenId, text, connectionId, role.label()));
    }
}
