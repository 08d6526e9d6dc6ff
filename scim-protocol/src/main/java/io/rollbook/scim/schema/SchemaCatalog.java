package io.rollbook.scim.schema;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The schemas and resource types that are served.
 *
 * @param resourceTypes those with an endpoint for clients
 * @param schemas all that {@code /Schemas} lists: of the resource types, their extensions, and of
 *     the discovery resources themselves (RFC 7643 §8.7.2)
 */
public record SchemaCatalog(List<ResourceType> resourceTypes, List<Schema> schemas) {
    private static final SchemaCatalog STANDARD = loadStandard();

    public SchemaCatalog {
        resourceTypes = List.copyOf(resourceTypes);
        schemas = List.copyOf(schemas);
    }

    /** Users and groups with the enterprise extension, as RFC 7643 defines them. */
    public static SchemaCatalog standard() {
        return STANDARD;
    }

    /** Whether it is the very instance that {@link #standard()} gives. */
    @SuppressWarnings("ReferenceEquality") // cheap, and all that is asked
    public boolean isStandard() {
        return this == STANDARD;
    }

    public ResourceType user() {
        return Objects.requireNonNull(named("User"));
    }

    public ResourceType group() {
        return Objects.requireNonNull(named("Group"));
    }

    /** The resource type at this endpoint, e.g. {@code /Users}. */
    public @Nullable ResourceType resourceType(String endpoint) {
        for (ResourceType type : resourceTypes) {
            if (type.endpoint().equals(endpoint)) {
                return type;
            }
        }
        return null;
    }

    public @Nullable Schema schema(String urn) {
        for (Schema schema : schemas) {
            if (schema.id().equalsIgnoreCase(urn)) {
                return schema;
            }
        }
        return null;
    }

    /** The resource type of this name, e.g. {@code User}. */
    public @Nullable ResourceType named(String name) {
        for (ResourceType type : resourceTypes) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }

    /**
     * These schemas and more extensions.
     *
     * @param added the further extensions of each resource type
     */
    public SchemaCatalog extendedBy(Function<ResourceType, List<Extension>> added) {
        List<ResourceType> extended = new ArrayList<>();
        List<Schema> all = new ArrayList<>(schemas);
        for (ResourceType type : resourceTypes) {
            List<Extension> more = added.apply(type);
            more.forEach(extension -> all.add(extension.schema()));
            extended.add(type.extendedBy(more));
        }
        return new SchemaCatalog(extended, all);
    }

    private static SchemaCatalog loadStandard() {
        Attributes common = SchemaDocuments.load("common").attributes();
        Schema user = SchemaDocuments.load("user");
        Schema group = SchemaDocuments.load("group");
        Schema enterprise = SchemaDocuments.load("enterprise-user");
        List<Extension> extensions = List.of(new Extension(enterprise, false, true));
        return new SchemaCatalog(
                List.of(
                        ResourceType.of(
                                "User",
                                "/Users",
                                "User Account",
                                user,
                                extensions,
                                common,
                                Set.of()),
                        ResourceType.of(
                                "Group",
                                "/Groups",
                                "Group",
                                group,
                                List.of(),
                                common,
                                Set.of("members"))),
                List.of(
                        user,
                        group,
                        enterprise,
                        SchemaDocuments.load("service-provider-config"),
                        SchemaDocuments.load("resource-type"),
                        SchemaDocuments.load("schema")));
    }
}
