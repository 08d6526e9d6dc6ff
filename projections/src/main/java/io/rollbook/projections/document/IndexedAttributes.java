package io.rollbook.projections.document;

import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What resources of a type are found by quickly. One more is one more line here, and a rebuild.
 *
 * @param name by which people know the resource; the column {@code name_key}
 * @param externalId the column {@code external_id_key}
 * @param display shown where the resource is a member
 * @param terms rows of {@code terms}
 */
public record IndexedAttributes(
        AttributePath name,
        AttributePath externalId,
        AttributePath display,
        List<AttributePath> terms) {

    public IndexedAttributes {
        terms = List.copyOf(terms);
    }

    public static IndexedAttributes of(ResourceType type) {
        return type.name().equals(SchemaCatalog.standard().user().name())
                ? of(type, "userName", "emails.value", "employeeNumber", "manager.value")
                : of(type, "displayName");
    }

    private static IndexedAttributes of(ResourceType type, String name, String... terms) {
        return new IndexedAttributes(
                path(type, name),
                path(type, "externalId"),
                path(type, "displayName"),
                Stream.of(terms).map(term -> path(type, term)).toList());
    }

    /** The column whose index holds the text of this attribute. */
    public Optional<IndexedColumn> column(AttributePath path) {
        if (path.equals(name)) {
            return Optional.of(IndexedColumn.ofKey("name_key"));
        }
        if (path.equals(externalId)) {
            return Optional.of(IndexedColumn.ofKey("external_id_key"));
        }
        if (path.equals(display)) {
            return Optional.of(IndexedColumn.display());
        }
        return path.toString().equals("id")
                ? Optional.of(IndexedColumn.whole("id"))
                : Optional.empty();
    }

    /** The column whose index holds the point in time of this attribute. */
    public Optional<String> momentColumn(AttributePath path) {
        return switch (path.toString()) {
            case "meta.created" -> Optional.of("r.created");
            case "meta.lastModified" -> Optional.of("r.last_modified");
            default -> Optional.empty();
        };
    }

    private static AttributePath path(ResourceType type, String name) {
        return AttributePath.resolve(name, type)
                .orElseThrow(() -> new IllegalStateException(type.name() + " has no " + name));
    }
}
