package io.rollbook.provisioning.tenant.event;

import io.rollbook.provisioning.limit.Limits;

/** A tenant has other limits now; these are all of them after the change. */
public record TenantConfigured(String tenantId, Limits limits) implements TenantEvent {}
