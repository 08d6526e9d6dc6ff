package io.rollbook.scim.value;

/** An integer value (RFC 7643 §2.3.4): no fraction, no exponent. */
public record Whole(long value) implements Value {}
