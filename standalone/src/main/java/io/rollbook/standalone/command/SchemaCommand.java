package io.rollbook.standalone.command;

import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.admin.TenantSchema;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schemas that tenants of the running Rollbook have beside the standard ones. */
@Command(
        name = "schema",
        description = "Registers, lists and removes the schemas that a tenant adds.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "register|list|remove")
public final class SchemaCommand {

    @Command(
            name = "register",
            description = "Registers a schema (RFC 7643, section 7) or changes it.",
            mixinStandardHelpOptions = true)
    int register(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant,
            @Option(
                            names = "--for",
                            paramLabel = "TYPE",
                            defaultValue = "User",
                            description = "User or Group (${DEFAULT-VALUE}).")
                    String resourceType,
            @Option(
                            names = "--required",
                            description = "Every new resource of the type must have it.")
                    boolean required,
            @Parameters(paramLabel = "FILE", description = "The schema as JSON.") Path file) {
        try (var administration = instance.administration()) {
            var schema = administration.registerSchema(tenant, resourceType, required, read(file));
            Terminal.say(line(schema));
        }
        return 0;
    }

    @Command(
            name = "list",
            description = "Lists a tenant's own schemas: URN, type, attributes, name.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant) {
        try (var administration = instance.administration()) {
            administration.schemasOf(tenant).forEach(schema -> Terminal.say(line(schema)));
        }
        return 0;
    }

    @Command(
            name = "remove",
            description = "Removes a schema that nobody holds a value of.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin InstanceOptions instance,
            @Option(names = "--tenant", paramLabel = "NAME", required = true) String tenant,
            @Parameters(paramLabel = "URN") String urn) {
        try (var administration = instance.administration()) {
            administration.removeSchema(tenant, urn);
        }
        Terminal.warn("Schema " + urn + " is removed.");
        return 0;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal("The file " + file + " cannot be read.", e);
        }
    }

    private static String line(TenantSchema schema) {
        return "%s  %s%s  %d attributes  %s"
                .formatted(
                        schema.urn(),
                        schema.resourceType(),
                        schema.required() ? " (required)" : "",
                        schema.attributes(),
                        schema.name());
    }
}
