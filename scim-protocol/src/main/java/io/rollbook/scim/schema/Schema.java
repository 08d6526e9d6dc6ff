package io.rollbook.scim.schema;

/** A schema (RFC 7643 §7): its URN and the attributes that it defines. */
public record Schema(String id, String name, String description, Attributes attributes) {}
