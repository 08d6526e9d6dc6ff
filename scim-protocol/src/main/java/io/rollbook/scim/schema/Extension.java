package io.rollbook.scim.schema;

/**
 * A schema that a resource type may carry beside its base schema (RFC 7643 §3.3).
 *
 * @param shortNames whether its attributes are found without its URN too, as Entra writes {@code
 *     manager}; never for what a tenant adds, so that no addition changes what a name means
 */
public record Extension(Schema schema, boolean required, boolean shortNames) {}
