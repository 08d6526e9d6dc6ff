package io.rollbook.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/** Connections of a tenant of the running Rollbook, and their settings. */
@Command(
        name = "connection",
        description = "Makes, lists, configures and removes connections of a tenant.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create|list|show|configure|remove")
public final class ConnectionCommand {

    @Command(name = "create", description = "Makes a connection.", mixinStandardHelpOptions = true)
    int create(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant,
            @Parameters(paramLabel = "NAME") String name) {
        try (var administration = instance.administration()) {
            var connection = administration.createConnection(tenant, name);
            Terminal.say(
                    "Connection " + connection.name() + " has the id " + connection.id() + ".");
        }
        return 0;
    }

    @Command(
            name = "list",
            description = "Lists a tenant's connections: id, created, name.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant) {
        try (var administration = instance.administration()) {
            administration
                    .connections(tenant)
                    .forEach(
                            connection ->
                                    Terminal.say(
                                            String.join(
                                                    "  ",
                                                    connection.id(),
                                                    connection.created(),
                                                    connection.name())));
        }
        return 0;
    }

    @Command(
            name = "show",
            description = "Shows a connection's settings as JSON; null stands for the default.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant,
            @Parameters(paramLabel = "NAME", description = "Its name or id.") String name) {
        try (var administration = instance.administration()) {
            Terminal.say(administration.connection(tenant, name).settings());
        }
        return 0;
    }

    @Command(
            name = "configure",
            description = "Changes settings of a connection and shows all of them.",
            mixinStandardHelpOptions = true)
    int configure(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant,
            @Option(
                            names = "--set",
                            paramLabel = "SETTING=VALUE",
                            required = true,
                            description =
                                    "Like profile=rfc, limits.burst=200, reviveInactive=true,"
                                        + " notifications.emails=a@x.example,b@x.example; the value"
                                        + " default brings the default back.")
                    List<String> settings,
            @Parameters(paramLabel = "NAME", description = "Its name or id.") String name) {
        var changes = Settings.of(settings);
        try (var administration = instance.administration()) {
            Terminal.say(administration.configure(tenant, name, changes));
        }
        return 0;
    }

    @Command(
            name = "remove",
            description = "Removes a connection and its tokens; what it wrote stays.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant,
            @Parameters(paramLabel = "NAME", description = "Its name or id.") String name) {
        try (var administration = instance.administration()) {
            administration.removeConnection(tenant, name);
        }
        Terminal.warn("Connection " + name + " is removed.");
        return 0;
    }
}
