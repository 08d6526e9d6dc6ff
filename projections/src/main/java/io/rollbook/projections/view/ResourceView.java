package io.rollbook.projections.view;

import io.rollbook.projections.document.IndexedAttributes;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import java.util.List;
import java.util.Optional;

/**
 * A resource type and where it is shown from. In every piece of SQL the row of the resource is
 * called {@code r}.
 *
 * @param table its rows
 * @param indexed what is found quickly
 * @param relation the attribute that comes from memberships
 */
public record ResourceView(
        ResourceType type, String table, IndexedAttributes indexed, Relation relation) {

    private static final List<ResourceView> STANDARD = make(SchemaCatalog.standard());

    /**
     * By the path of the endpoint, e.g. {@code /Users}.
     *
     * @param catalog the tenant's schemas
     */
    public static Optional<ResourceView> at(SchemaCatalog catalog, String endpoint) {
        return all(catalog).stream()
                .filter(view -> view.type.endpoint().equals(endpoint))
                .findFirst();
    }

    /** Of users and of groups. */
    public static List<ResourceView> all(SchemaCatalog catalog) {
        return catalog.isStandard() ? STANDARD : make(catalog);
    }

    /** Whether the attribute is not in the stored resource but comes from memberships. */
    public boolean isRelation(Attribute attribute) {
        return relation.attribute().equals(attribute.name());
    }

    private static List<ResourceView> make(SchemaCatalog catalog) {
        return List.of(users(catalog), groups(catalog));
    }

    private static ResourceView users(SchemaCatalog catalog) {
        return new ResourceView(
                catalog.user(),
                "users",
                IndexedAttributes.of(catalog.user()),
                new GroupsOfUser(catalog.group()));
    }

    private static ResourceView groups(SchemaCatalog catalog) {
        return new ResourceView(
                catalog.group(),
                "groups",
                IndexedAttributes.of(catalog.group()),
                new MembersOfGroup(catalog));
    }
}
