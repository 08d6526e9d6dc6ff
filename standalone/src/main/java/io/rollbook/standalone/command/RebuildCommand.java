package io.rollbook.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rebuilds of what is derived from the events. */
@Command(
        name = "rebuild",
        description = "Rebuilds read models from the event store.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "projections")
public final class RebuildCommand {

    @Command(
            name = "projections",
            description = "Rebuilds what GET answers from, while it answers.",
            mixinStandardHelpOptions = true)
    int projections(@Mixin InstanceOptions instance) {
        try (var administration = instance.administration()) {
            Terminal.warn("Rebuilding the projections from the event store …");
            Terminal.say(administration.rebuildProjections());
        }
        return 0;
    }
}
