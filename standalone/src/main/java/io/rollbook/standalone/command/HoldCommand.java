package io.rollbook.standalone.command;

import io.rollbook.standalone.admin.Retention.Hold;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Legal holds on a tenant's log. */
@Command(
        name = "hold",
        description = "Places, lists and lifts legal holds on a tenant's log.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "place|list|lift")
public final class HoldCommand {

    @Command(
            name = "place",
            description = "Keeps the whole log of a tenant, at once.",
            mixinStandardHelpOptions = true)
    int place(
            @Mixin InstanceOptions instance,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Such as a file number; it is published.")
                    String reason,
            @Parameters(paramLabel = "NAME", description = "The tenant's name or id.")
                    String name) {
        try (var administration = instance.administration()) {
            Terminal.say(line(administration.retention(name).place(reason)));
        }
        return 0;
    }

    @Command(
            name = "list",
            description = "Lists the holds that stand: id, reason, until when if it was lifted.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin InstanceOptions instance,
            @Parameters(paramLabel = "NAME", description = "The tenant's name or id.")
                    String name) {
        try (var administration = instance.administration()) {
            administration.retention(name).holds().forEach(hold -> Terminal.say(line(hold)));
        }
        return 0;
    }

    @Command(
            name = "lift",
            description = "Ends a hold, when the grace is over.",
            mixinStandardHelpOptions = true)
    int lift(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant,
            @Parameters(paramLabel = "ID", description = "The hold's id.") String id) {
        try (var administration = instance.administration()) {
            Terminal.say(line(administration.retention(tenant).lift(id)));
        }
        return 0;
    }

    private static String line(Hold hold) {
        var until = hold.endsAt().isEmpty() ? "" : "  until " + hold.endsAt();
        return "%s  %s%s".formatted(hold.id(), hold.reason(), until);
    }
}
