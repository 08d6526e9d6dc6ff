package io.rollbook.provisioning.tenant.event;

/**
 * A tenant came into being.
 *
 * @param name unique among all tenants
 * @param profile {@code entra} or {@code rfc}
 */
public record TenantCreated(String tenantId, String name, String profile) implements TenantEvent {}
