package io.rollbook.standalone.command;

import io.rollbook.standalone.admin.Token;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/** Tokens of the running Rollbook. */
@Command(
        name = "token",
        description = "Makes, lists and revokes tokens.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create|list|revoke")
public final class TokenCommand {

    /** Prints the token and nothing else on standard output, for {@code TOKEN=$(…)}. */
    @Command(
            name = "create",
            description = "Makes a token and prints it; it is never shown again.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant,
            @Option(
                            names = "--connection",
                            paramLabel = "NAME",
                            defaultValue = "default",
                            description = "The identity provider's application (${DEFAULT-VALUE}).")
                    String connection,
            @Option(
                            names = "--role",
                            defaultValue = "scim",
                            split = ",",
                            description =
                                    "scim, admin, or audit.read and audit.export"
                                            + " (${DEFAULT-VALUE}).")
                    List<String> roles,
            @Option(
                            names = "--expires-in-days",
                            paramLabel = "DAYS",
                            defaultValue = "0",
                            description = "0 for never (${DEFAULT-VALUE}).")
                    int days) {
        try (var administration = instance.administration()) {
            var issued = administration.createToken(tenant, connection, roles, days);
            Terminal.say(issued.token());
            Terminal.warn("Its id, to revoke it: " + issued.tokenId());
        }
        return 0;
    }

    @Command(
            name = "list",
            description =
                    "Lists a tenant's tokens: id, connection, roles, text, created, by, used,"
                            + " expires.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant) {
        try (var administration = instance.administration()) {
            administration.tokens(tenant).forEach(token -> Terminal.say(line(token)));
        }
        return 0;
    }

    @Command(
            name = "revoke",
            description = "Makes a token worthless within seconds.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Mixin InstanceOptions instance,
            @Parameters(paramLabel = "ID", description = "The token's id, not its text.")
                    String tokenId) {
        try (var administration = instance.administration()) {
            administration.revokeToken(tokenId);
        }
        Terminal.warn("Token " + tokenId + " is revoked.");
        return 0;
    }

    private static String line(Token token) {
        return String.join(
                "  ",
                token.id(),
                token.connection(),
                token.roles(),
                token.shown(),
                token.created(),
                token.createdBy(),
                token.lastUsed().isEmpty() ? "unused" : token.lastUsed(),
                token.expires().isEmpty() ? "never" : token.expires());
    }
}
