package io.rollbook.scim.value;

/**
 * The value of an assigned attribute. Immutable and thread-safe. Strings, dates, references and
 * binaries are all {@link Text}: they are kept exactly as the client sent them.
 */
public sealed interface Value permits Text, Bool, Whole, Decimal, Complex, Many {}
