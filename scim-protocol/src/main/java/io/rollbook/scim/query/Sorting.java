package io.rollbook.scim.query;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.ResourceType;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * By what the results are ordered (RFC 7644 §3.4.2.3): a multi-valued attribute by its primary
 * element, else its first; resources without a value come last in ascending order and first in
 * descending order.
 *
 * @param paths by the names of the resource types that have the attribute; never to a complex one:
 *     its {@code value} is meant then, as in filters
 */
public record Sorting(Map<String, AttributePath> paths, boolean descending) {

    public Sorting {
        paths = Map.copyOf(paths);
    }

    /**
     * Refused with {@code invalidValue} when none of the types has the attribute or it cannot be
     * sorted by. Without {@code sortBy}, {@code sortOrder} does not matter.
     *
     * @param types one, or all whose resources are asked for together
     * @return empty when no order is asked for
     */
    public static Outcome<Optional<Sorting>> parse(
            @Nullable String sortBy, @Nullable String sortOrder, List<ResourceType> types) {
        if (sortBy == null || sortBy.isBlank()) {
            return Outcome.accepted(Optional.empty());
        }
        Map<String, AttributePath> paths = new TreeMap<>();
        for (ResourceType type : types) {
            Optional<AttributePath> path = AttributePath.resolve(sortBy.strip(), type);
            if (path.isPresent()) {
                AttributePath simple = simple(path.get());
                if (simple == null || simple.target().isDiscarded()) {
                    return refused("'sortBy' names '%s', %s".formatted(path.get(), reason(path)));
                }
                paths.put(type.name(), simple);
            }
        }
        if (paths.isEmpty()) {
            return refused("'sortBy' names no attribute of " + names(types) + ".");
        }
        return descending(sortOrder).map(descending -> Optional.of(new Sorting(paths, descending)));
    }

    /** Empty when resources of this type have no value of it. */
    public Optional<AttributePath> pathIn(ResourceType type) {
        return Optional.ofNullable(paths.get(type.name()));
    }

    private static @Nullable AttributePath simple(AttributePath path) {
        if (!path.target().isComplex()) {
            return path;
        }
        Attribute value = path.attribute().subAttributes().find(Attribute.VALUE);
        return value == null ? null : path.withSubAttribute(value);
    }

    private static String reason(Optional<AttributePath> path) {
        return path.filter(each -> each.target().isDiscarded()).isPresent()
                ? "which is never shown."
                : "which is complex: name one of its sub-attributes.";
    }

    private static Outcome<Boolean> descending(@Nullable String sortOrder) {
        return switch (sortOrder == null ? "" : sortOrder.toLowerCase(Locale.ROOT)) {
            case "", "ascending" -> Outcome.accepted(false);
            case "descending" -> Outcome.accepted(true);
            default -> Outcome.refused(invalid("'sortOrder' is neither ascending nor descending."));
        };
    }

    private static String names(List<ResourceType> types) {
        return String.join(" or ", types.stream().map(ResourceType::name).toList());
    }

    private static Outcome<Optional<Sorting>> refused(String detail) {
        return Outcome.refused(invalid(detail));
    }

    private static ScimError invalid(String detail) {
        return ScimError.badRequest(ScimType.INVALID_VALUE, detail);
    }
}
