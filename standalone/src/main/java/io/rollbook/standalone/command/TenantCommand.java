package io.rollbook.standalone.command;

import io.rollbook.standalone.admin.Tenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/** Tenants of the running Rollbook. */
@Command(
        name = "tenant",
        description = "Makes, lists, configures, suspends and deletes tenants.",
        mixinStandardHelpOptions = true,
        subcommands = {RetentionCommand.class, HoldCommand.class},
        synopsisSubcommandLabel =
                "create|list|configure|suspend|resume|delete|restore|retention|hold")
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

    @Command(
            name = "configure",
            description = "Changes limits of a tenant and shows all of them.",
            mixinStandardHelpOptions = true)
    int configure(
            @Mixin InstanceOptions instance,
            @Option(
                            names = "--set",
                            paramLabel = "SETTING=VALUE",
                            description =
                                    "Like limits.requestsPerSecond=300 or limits.members=5000; the"
                                            + " value default brings the default back.")
                    @Nullable List<String> settings,
            @Parameters(paramLabel = "NAME", description = "Its name or id.") String name) {
        var changes = Settings.of(settings == null ? List.of() : settings);
        try (var administration = instance.administration()) {
            Terminal.say(administration.configureTenant(name, changes));
        }
        return 0;
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
