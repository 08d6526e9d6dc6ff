package io.rollbook.provisioning.tenant.event;

import io.rollbook.scim.value.Complex;

/**
 * A tenant got a schema of its own.
 *
 * @param resourceType {@code User} or {@code Group}
 * @param required whether every resource of the type must have it
 * @param schema in the form of RFC 7643 §7
 */
public record SchemaRegistered(
        String tenantId, String urn, String resourceType, boolean required, Complex schema)
        implements TenantEvent {}
