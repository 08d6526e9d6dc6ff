package io.rollbook.scim.path;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The place of an attribute or sub-attribute in a resource type, in standard notation (RFC 7644
 * §3.10).
 *
 * @param extensionUrn the container that the attribute lives in; null at the top level
 */
public record AttributePath(
        @Nullable String extensionUrn, Attribute attribute, @Nullable Attribute subAttribute) {

    /**
     * Finds what a name stands for: short names, names qualified by a URN, in any case; an
     * attribute that only a standard extension has also without its URN, as Entra writes {@code
     * manager}.
     *
     * @return empty when the resource type has no such attribute
     */
    public static Optional<AttributePath> resolve(String name, ResourceType type) {
        return PathResolution.resolve(name, type);
    }

    public static AttributePath of(Attribute attribute) {
        return new AttributePath(null, attribute, null);
    }

    /** What the name finally points at. */
    public Attribute target() {
        return subAttribute == null ? attribute : subAttribute;
    }

    public AttributePath withSubAttribute(Attribute sub) {
        return new AttributePath(extensionUrn, attribute, sub);
    }

    /** The value of {@link #attribute} (not of the sub-attribute) in a resource. */
    public @Nullable Value attributeIn(Complex resource) {
        if (extensionUrn == null) {
            return resource.get(attribute.name());
        }
        return resource.get(extensionUrn) instanceof Complex container
                ? container.get(attribute.name())
                : null;
    }

    /**
     * The resource with another value of {@link #attribute}; null unassigns it, and a container
     * that has nothing left goes as well.
     */
    public Complex assignedIn(Complex resource, @Nullable Value value) {
        if (extensionUrn == null) {
            return assigned(resource, attribute.name(), value);
        }
        Complex container =
                resource.get(extensionUrn) instanceof Complex present ? present : Complex.EMPTY;
        return assigned(resource, extensionUrn, assigned(container, attribute.name(), value));
    }

    private static Complex assigned(Complex members, String name, @Nullable Value value) {
        if (value == null || (value instanceof Complex complex && complex.isEmpty())) {
            return members.without(name);
        }
        return members.with(name, value);
    }

    /** The canonical notation, e.g. {@code name.givenName}. */
    @Override
    public String toString() {
        String container = extensionUrn == null ? "" : extensionUrn + ":";
        String sub = subAttribute == null ? "" : "." + subAttribute.name();
        return container + attribute.name() + sub;
    }
}
