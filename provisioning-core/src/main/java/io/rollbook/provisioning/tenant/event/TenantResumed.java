package io.rollbook.provisioning.tenant.event;

/** The tenant is let in again. */
public record TenantResumed(String tenantId) implements TenantEvent {}
