package io.rollbook.scim.projection;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.Returned;

import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;

/** Binds the names of the two parameters to the schema. */
final class ProjectionParser {
    private ProjectionParser() {}

    static Outcome<Projection> parse(
            @Nullable String attributes, @Nullable String excluded, ResourceType type) {
        boolean only = attributes != null && !attributes.isBlank();
        boolean without = excluded != null && !excluded.isBlank();
        if (only && without) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE,
                            "'attributes' and 'excludedAttributes' cannot be used together."));
        }
        return Outcome.accepted(
                only && attributes != null
                        ? including(attributes, type)
                        : excluding(excluded == null ? "" : excluded, type));
    }

    private static Projection including(String names, ResourceType type) {
        Selection selection = new Selection();
        add(names, type, selection, path -> path.target().returned() != Returned.NEVER);
        for (Attribute attribute : type.attributes()) {
            if (attribute.returned() == Returned.ALWAYS) {
                selection.addWhole(attribute.name());
            }
        }
        return new Projection(true, selection, type.detached());
    }

    /** Attributes that are returned on request only are always left out here. */
    static Projection excluding(String names, ResourceType type) {
        Selection selection = new Selection();
        add(names, type, selection, path -> path.target().returned() != Returned.ALWAYS);
        for (Attribute attribute : type.attributes()) {
            if (attribute.returned() == Returned.REQUEST) {
                selection.addWhole(attribute.name());
            }
        }
        return new Projection(false, selection, type.detached());
    }

    private static void add(
            String names,
            ResourceType type,
            Selection selection,
            Predicate<AttributePath> selectable) {
        for (String name : names.split(",", -1)) {
            String trimmed = name.strip();
            Extension extension = type.extension(trimmed);
            if (extension != null) {
                selection.addWhole(extension.schema().id());
            } else {
                AttributePath.resolve(trimmed, type).filter(selectable).ifPresent(selection::add);
            }
        }
    }
}
