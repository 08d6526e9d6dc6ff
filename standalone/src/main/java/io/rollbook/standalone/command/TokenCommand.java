package io.rollbook.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tokens of the running Rollbook. */
@Command(
        name = "token",
        description = "Makes and revokes tokens.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create|revoke")
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
                            description = "scim, audit.read or audit.export (${DEFAULT-VALUE}).")
                    String role) {
        try (var administration = instance.administration()) {
            var issued = administration.createToken(tenant, connection, role);
            Terminal.say(issued.token());
            Terminal.warn("Its id, to revoke it: " + issued.tokenId());
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
}
