package io.rollbook.scim.patch;

import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;

import org.jspecify.annotations.Nullable;

/** What a path points at. */
sealed interface Target {

    /** The whole resource: no path, or nothing but the URN of the base schema. */
    record Resource() implements Target {}

    /** All attributes of an extension: nothing but its URN. */
    record Container(Extension extension) implements Target {}

    /** A whole attribute. */
    record Whole(AttributePath path) implements Target {}

    /**
     * Elements of a complex attribute, or one sub-attribute in each of them. A single-valued
     * attribute is its own only element.
     *
     * @param path of the attribute
     * @param filter null for all elements
     * @param sub null for whole elements
     */
    record Elements(AttributePath path, @Nullable Filter filter, @Nullable Attribute sub)
            implements Target {}
}
