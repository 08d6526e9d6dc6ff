package io.rollbook.provisioning.tenant.event;

/** Something happened to a tenant. */
public sealed interface TenantEvent
        permits TenantCreated,
                TenantConfigured,
                TenantSuspended,
                TenantResumed,
                TenantDeletionScheduled,
                TenantRestored,
                TenantDeleted,
                RetentionSet,
                HoldPlaced,
                HoldLifted,
                SchemaRegistered,
                SchemaChanged,
                SchemaRemoved {

    String tenantId();
}
