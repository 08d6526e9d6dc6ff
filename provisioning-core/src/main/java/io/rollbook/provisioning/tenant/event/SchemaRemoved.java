package io.rollbook.provisioning.tenant.event;

/** A schema of a tenant is gone; no resource had a value of it. */
public record SchemaRemoved(String tenantId, String urn, String resourceType)
        implements TenantEvent {}
