package io.rollbook.standalone.command;

import io.rollbook.standalone.Refusal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How long a tenant's log is kept. */
@Command(
        name = "retention",
        description = "Shows and sets how long a tenant's log is kept.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "show|set")
public final class RetentionCommand {

    @Command(
            name = "show",
            description = "Shows as JSON what is in effect, what will be, and who holds the log.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin InstanceOptions instance,
            @Parameters(paramLabel = "NAME", description = "The tenant's name or id.")
                    String name) {
        try (var administration = instance.administration()) {
            Terminal.say(administration.retention(name).show());
        }
        return 0;
    }

    @Command(
            name = "set",
            description = "Sets it: longer counts at once, shorter when the grace is over.",
            mixinStandardHelpOptions = true)
    int set(
            @Mixin InstanceOptions instance,
            @Option(
                            names = "--days",
                            paramLabel = "DAYS",
                            description = "How long an entry is kept at least, 30 to 3650.")
                    int days,
            @Option(names = "--for-ever", description = "Nothing is deleted.") boolean forEver,
            @Parameters(paramLabel = "NAME", description = "The tenant's name or id.")
                    String name) {
        if (forEver == (days != 0)) {
            throw new Refusal("Say either --days or --for-ever.");
        }
        try (var administration = instance.administration()) {
            Terminal.say(administration.retention(name).keep(days));
        }
        return 0;
    }
}
