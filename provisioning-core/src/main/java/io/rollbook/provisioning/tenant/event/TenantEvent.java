package io.rollbook.provisioning.tenant.event;

/** Something happened to a tenant. */
public sealed interface TenantEvent
        permits TenantCreated, SchemaRegistered, SchemaChanged, SchemaRemoved {

    String tenantId();
}
