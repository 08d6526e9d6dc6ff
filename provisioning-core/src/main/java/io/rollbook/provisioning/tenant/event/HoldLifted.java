package io.rollbook.provisioning.tenant.event;

import java.time.Instant;

/**
 * A hold on the tenant was lifted.
 *
 * @param endsAt until when it stands all the same
 */
public record HoldLifted(String tenantId, String holdId, Instant endsAt) implements TenantEvent {}
