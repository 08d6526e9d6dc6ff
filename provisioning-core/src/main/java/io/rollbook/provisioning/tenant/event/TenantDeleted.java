package io.rollbook.provisioning.tenant.event;

/** The tenant is gone for good; its name is free. */
public record TenantDeleted(String tenantId) implements TenantEvent {}
