package io.rollbook.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tenants of the running Rollbook. */
@Command(
        name = "tenant",
        description = "Makes and lists tenants.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create|list")
public final class TenantCommand {

    @Command(name = "create", description = "Makes a tenant.", mixinStandardHelpOptions = true)
    int create(
            @Mixin InstanceOptions instance,
            @Parameters(paramLabel = "NAME", description = "A name that is not taken yet.")
                    String name) {
        try (var administration = instance.administration()) {
            var tenant = administration.createTenant(name);
            Terminal.say("Tenant " + tenant.name() + " has the id " + tenant.id() + ".");
        }
        return 0;
    }

    @Command(
            name = "list",
            description = "Lists the tenants: id, name, profile.",
            mixinStandardHelpOptions = true)
    int list(@Mixin InstanceOptions instance) {
        try (var administration = instance.administration()) {
            administration
                    .tenants()
                    .forEach(
                            tenant ->
                                    Terminal.say(
                                            tenant.id()
                                                    + "  "
                                                    + tenant.name()
                                                    + "  "
                                                    + tenant.profile()));
        }
        return 0;
    }
}
