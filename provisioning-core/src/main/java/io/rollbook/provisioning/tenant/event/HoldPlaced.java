package io.rollbook.provisioning.tenant.event;

/** Nothing of the tenant's log is deleted until the hold has ended. */
public record HoldPlaced(String tenantId, String holdId, String reason) implements TenantEvent {}
