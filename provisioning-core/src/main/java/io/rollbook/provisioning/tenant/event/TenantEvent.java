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
                SchemaRegistered,
                SchemaChanged,
                SchemaRemoved {

    String tenantId();
}
