package io.rollbook.standalone.command;

import io.rollbook.standalone.admin.Tenant;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tenants of the running Rollbook. */
@Command(
        name = "tenant",
        description = "Makes, lists, suspends and deletes tenants.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create|list|suspend|resume|delete|restore")
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
            description = "Lists the tenants: id, name, profile, status.",
            mixinStandardHelpOptions = true)
    int list(@Mixin InstanceOptions instance) {
        try (var administration = instance.administration()) {
            administration.tenants().forEach(tenant -> Terminal.say(line(tenant)));
        }
        return 0;
    }

    @Command(
            name = "suspend",
            description = "Locks a tenant out within seconds; its data stays.",
            mixinStandardHelpOptions = true)
    int suspend(
            @Mixin InstanceOptions instance,
            @Parameters(paramLabel = "NAME", description = "Its name or id.") String name) {
        return change(instance, name, "suspend");
    }

    @Command(
            name = "resume",
            description = "Lets a suspended tenant in again.",
            mixinStandardHelpOptions = true)
    int resume(
            @Mixin InstanceOptions instance,
            @Parameters(paramLabel = "NAME", description = "Its name or id.") String name) {
        return change(instance, name, "resume");
    }

    @Command(
            name = "delete",
            description = "Locks a tenant out and deletes it when the time to restore it is over.",
            mixinStandardHelpOptions = true)
    int delete(
            @Mixin InstanceOptions instance,
            @Parameters(paramLabel = "NAME", description = "Its name or id.") String name) {
        try (var administration = instance.administration()) {
            Terminal.say(line(administration.deleteTenant(name)));
        }
        return 0;
    }

    @Command(
            name = "restore",
            description = "Keeps a tenant that was going to be deleted.",
            mixinStandardHelpOptions = true)
    int restore(
            @Mixin InstanceOptions instance,
            @Parameters(paramLabel = "NAME", description = "Its name or id.") String name) {
        return change(instance, name, "restore");
    }

    private static int change(InstanceOptions instance, String name, String verb) {
        try (var administration = instance.administration()) {
            Terminal.say(line(administration.changeTenant(name, verb)));
        }
        return 0;
    }

    private static String line(Tenant tenant) {
        var until = tenant.deletionEndsAt().isEmpty() ? "" : " until " + tenant.deletionEndsAt();
        return "%s  %s  %s  %s%s"
                .formatted(tenant.id(), tenant.name(), tenant.profile(), tenant.status(), until);
    }
}
