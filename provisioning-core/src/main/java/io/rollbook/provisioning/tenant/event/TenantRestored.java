package io.rollbook.provisioning.tenant.event;

/** The tenant stays after all. */
public record TenantRestored(String tenantId) implements TenantEvent {}
