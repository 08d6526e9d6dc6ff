package io.rollbook.scim.schema;

/** A schema that a resource type may carry beside its base schema (RFC 7643 §3.3). */
public record Extension(Schema schema, boolean required) {}
