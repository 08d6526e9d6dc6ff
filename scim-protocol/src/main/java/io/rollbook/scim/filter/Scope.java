package io.rollbook.scim.filter;

import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.ResourceType;

import java.util.Optional;

/** What names mean at a place in a filter. */
sealed interface Scope {

    /** Empty for a name that means nothing here. */
    Optional<AttributePath> resolve(String name);

    /** Whether a name that means nothing is a mistake, or stands for an attribute without value. */
    boolean isStrict();

    /** The name of the scope for people. */
    String title();

    record Resource(ResourceType type, boolean isStrict) implements Scope {

        @Override
        public Optional<AttributePath> resolve(String name) {
            return AttributePath.resolve(name, type);
        }

        @Override
        public String title() {
            return type.name();
        }
    }

    /** Inside of brackets: names are sub-attributes, and there are no further brackets. */
    record Element(Attribute attribute, boolean isStrict) implements Scope {

        @Override
        public Optional<AttributePath> resolve(String name) {
            return Optional.ofNullable(attribute.subAttributes().find(name)).map(AttributePath::of);
        }

        @Override
        public String title() {
            return attribute.name();
        }
    }
}
