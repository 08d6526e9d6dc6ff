package io.rollbook.provisioning.tenant.event;

import io.rollbook.scim.value.Complex;

/**
 * A schema of a tenant changed; it is whole here.
 *
 * @param resourceType {@code User} or {@code Group}
 * @param required whether every resource of the type must have it
 * @param schema in the form of RFC 7643 §7
 */
public record SchemaChanged(
        String tenantId, String urn, String resourceType, boolean required, Complex schema)
        implements TenantEvent {}
