package io.rollbook.provisioning.tenant.event;

/** Nobody of the tenant gets in until it is resumed. */
public record TenantSuspended(String tenantId) implements TenantEvent {}
