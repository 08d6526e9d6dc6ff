package io.rollbook.scim.canonical;

/**
 * A member to be added to a resource at the last moment.
 *
 * @param name of the attribute
 * @param json its value, with {@link CanonicalJson#BASE_URI} where the base URI belongs
 */
public record Splice(String name, byte[] json) {}
