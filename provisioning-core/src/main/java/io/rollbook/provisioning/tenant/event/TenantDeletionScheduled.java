package io.rollbook.provisioning.tenant.event;

import java.time.Instant;

/**
 * The tenant is going to be deleted. Until then nobody of it gets in, and it can be restored.
 *
 * @param endsAt when it is deleted for good
 */
public record TenantDeletionScheduled(String tenantId, Instant endsAt) implements TenantEvent {}
