package io.rollbook.standalone.command;

import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.admin.OAuthClients;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/** OAuth clients of the running Rollbook, and the key that signs their access tokens. */
@Command(
        name = "client",
        description = "Makes, lists and revokes OAuth 2.0 clients and their credentials.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create|secret|trust|list|revoke|change-key")
public final class ClientCommand {

    /** Which client. */
    static final class ClientOptions {

        @Mixin private InstanceOptions instance = new InstanceOptions();

        @Option(names = "--tenant", paramLabel = "NAME", required = true)
        private String tenant = "";
    }

    /** Whose signatures a client may show. */
    static final class TrustOptions {

        @Option(
                names = "--issuer",
                paramLabel = "URL",
                defaultValue = "",
                description = "Who signs; without it the client itself.")
        private String issuer = "";

        @Option(
                names = "--subject",
                paramLabel = "ID",
                defaultValue = "",
                description = "Whom the assertions name; without it the client itself.")
        private String subject = "";

        @Option(
                names = "--audience",
                paramLabel = "ID",
                required = true,
                description = "For whom the assertions are.")
        private String audience = "";

        @Option(
                names = "--jwks-uri",
                paramLabel = "URL",
                defaultValue = "",
                description = "Where the keys are; without it the issuer is asked (discovery).")
        private String jwksUri = "";

        private OAuthClients.Trust trust() {
            return new OAuthClients.Trust(issuer, subject, audience, jwksUri);
        }
    }

    @Command(
            name = "create",
            description = "Makes a client without a credential, and prints its id.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin ClientOptions options,
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
        try (var administration = options.instance.administration()) {
            Terminal.say(administration.clients(options.tenant).register(connection, role));
        }
        Terminal.warn("Give it a secret (client secret) or a federated credential (client trust).");
        return 0;
    }

    /** Prints the secret and nothing else on standard output. */
    @Command(
            name = "secret",
            description = "Makes one more secret of a client and prints it; never shown again.",
            mixinStandardHelpOptions = true)
    int secret(@Mixin ClientOptions options, @Parameters(paramLabel = "CLIENT") String client) {
        try (var administration = options.instance.administration()) {
            var issued = administration.clients(options.tenant).addSecret(client);
            Terminal.say(issued.secret());
            Terminal.warn(
                    "Its id, to revoke it: %s; it is good until %s."
                            .formatted(issued.credentialId(), issued.expiresAt()));
        }
        return 0;
    }

    @Command(
            name = "trust",
            description = "Lets a client authenticate with what an issuer signs (RFC 7523).",
            mixinStandardHelpOptions = true)
    int trust(
            @Mixin ClientOptions options,
            @Mixin TrustOptions trust,
            @Parameters(paramLabel = "CLIENT") String client) {
        try (var administration = options.instance.administration()) {
            Terminal.say(administration.clients(options.tenant).addTrust(client, trust.trust()));
        }
        return 0;
    }

    @Command(
            name = "list",
            description = "Lists the clients of a tenant with their credentials.",
            mixinStandardHelpOptions = true)
    int list(@Mixin ClientOptions options) {
        try (var administration = options.instance.administration()) {
            administration.clients(options.tenant).list().forEach(Terminal::say);
        }
        return 0;
    }

    @Command(
            name = "revoke",
            description = "Makes a client, or one credential of it, worthless within seconds.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Mixin ClientOptions options,
            @Parameters(paramLabel = "CLIENT") String client,
            @Option(
                            names = "--credential",
                            paramLabel = "ID",
                            description = "Only this one; without it the client goes with all.")
                    @Nullable String credential) {
        try (var administration = options.instance.administration()) {
            var clients = administration.clients(options.tenant);
            if (credential == null) {
                clients.remove(client);
            } else {
                clients.removeCredential(client, credential);
            }
        }
        Terminal.warn("It is revoked, with the access tokens that were got by it.");
        return 0;
    }

    @Command(
            name = "change-key",
            description = "Has access tokens signed with a new key from the next start on.",
            mixinStandardHelpOptions = true)
    int changeKey(
            @Option(
                            names = "--data",
                            paramLabel = "DIR",
                            defaultValue = "data",
                            description = "The data folder (default: ${DEFAULT-VALUE}).")
                    Path data) {
        var folder = new DataFolder(data);
        if (RunningInstance.of(folder).isPresent()) {
            throw new Refusal("Stop Rollbook first: the key is read at its start.");
        }
        if (folder.adminSecret().isEmpty()) {
            throw new Refusal("No Rollbook was started on the folder " + folder.path() + " yet.");
        }
        folder.changeOAuthKey();
        Terminal.say("The next start signs with a new key; tokens of the old one stay good.");
        return 0;
    }
}
