package io.rollbook.projections.document;

/**
 * A value that a resource is found by.
 *
 * @param attribute in canonical notation, e.g. {@code emails.value}
 * @param valueKey the beginning of the comparable value
 */
public record Term(String attribute, String valueKey) {}
