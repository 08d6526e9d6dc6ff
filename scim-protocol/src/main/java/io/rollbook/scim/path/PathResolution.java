package io.rollbook.scim.path;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Binds a name to the schema. */
final class PathResolution {
    private PathResolution() {}

    static Optional<AttributePath> resolve(String name, ResourceType type) {
        // URNs hold dots and colons of their own: only the last colon can end one.
        int colon = name.lastIndexOf(':');
        if (colon < 0) {
            return unqualified(name, type);
        }
        String urn = name.substring(0, colon);
        String local = name.substring(colon + 1);
        if (type.base().id().equalsIgnoreCase(urn)) {
            return within(null, type.attributes(), local);
        }
        Extension extension = type.extension(urn);
        return extension == null ? Optional.empty() : within(extension, local);
    }

    private static Optional<AttributePath> unqualified(String name, ResourceType type) {
        Optional<AttributePath> base = within(null, type.attributes(), name);
        if (base.isPresent()) {
            return base;
        }
        return type.extensions().stream()
                .filter(Extension::shortNames)
                .flatMap(extension -> within(extension, name).stream())
                .findFirst();
    }

    private static Optional<AttributePath> within(Extension extension, String local) {
        return within(extension.schema().id(), extension.schema().attributes(), local);
    }

    private static Optional<AttributePath> within(
            @Nullable String urn, Attributes attributes, String local) {
        int dot = local.indexOf('.');
        Attribute attribute = attributes.find(dot < 0 ? local : local.substring(0, dot));
        if (attribute == null) {
            return Optional.empty();
        }
        AttributePath path = new AttributePath(urn, attribute, null);
        if (dot < 0) {
            return Optional.of(path);
        }
        return Optional.ofNullable(attribute.subAttributes().find(local.substring(dot + 1)))
                .map(path::withSubAttribute);
    }
}
