package io.rollbook.standalone.admin;

/** A schema that a tenant has beside the standard ones, as the administration lists it. */
public record TenantSchema(
        String urn, String name, String resourceType, boolean required, int attributes) {}
