package io.rollbook.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rebuilds of what is derived from the events. */
@Command(
        name = "rebuild",
        description = "Rebuilds what is made from the events.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "projections|audit")
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

    @Command(
            name = "audit",
            description =
                    "Builds the provisioning log anew beside the one that serves, and compares.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit status:%n",
            exitCodeList = {
                "0:the log is what the events make, hash by hash",
                "1:it is not: what differs is named, and nothing is changed"
            })
    int audit(@Mixin InstanceOptions instance) {
        try (var administration = instance.administration()) {
            Terminal.warn("Building the log anew from the events, and comparing …");
            var report = administration.rebuildAudit();
            Terminal.say(report.toString());
            return report.path("identical").asBoolean() ? 0 : 1;
        }
    }
}
