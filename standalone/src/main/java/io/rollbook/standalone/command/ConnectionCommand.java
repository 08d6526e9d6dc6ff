package io.rollbook.standalone.command;

import io.rollbook.standalone.Refusal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
        var changes = JsonMapper.shared().createObjectNode();
        settings.forEach(setting -> put(changes, setting));
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

    private static void put(ObjectNode changes, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw new Refusal("A setting is written like limits.burst=200, not " + setting);
        }
        var path = setting.substring(0, equals);
        int dot = path.indexOf('.');
        if (dot < 0) {
            put(changes, path, setting.substring(equals + 1));
        } else {
            put(
                    changes.withObjectProperty(path.substring(0, dot)),
                    path.substring(dot + 1),
                    setting.substring(equals + 1));
        }
    }

    private static void put(ObjectNode object, String name, String value) {
        if (value.equals("default")) {
            object.putNull(name);
        } else if (name.equals("emails")) {
            var emails = object.putArray(name);
            List.of(value.split(",")).forEach(emails::add);
        } else if (value.matches("-?[0-9]{1,9}")) {
            object.put(name, Integer.parseInt(value));
        } else if (value.equals("true") || value.equals("false")) {
            object.put(name, value.equals("true"));
        } else {
            object.put(name, value);
        }
    }
}
