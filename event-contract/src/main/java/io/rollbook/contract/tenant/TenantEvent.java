package io.rollbook.contract.tenant;

import io.rollbook.contract.DirectoryEvent;
import io.rollbook.contract.client.ClientEvent;

/**
 * Something happened to a tenant, its schemas, its log, one of its connections or a connection's
 * token.
 */
public sealed interface TenantEvent extends DirectoryEvent
        permits TenantCreated,
                SchemaRegistered,
                SchemaChanged,
                SchemaRemoved,
                TenantConfigured,
                TenantSuspended,
                TenantResumed,
                TenantDeletionScheduled,
                TenantRestored,
                TenantDeleted,
                RetentionSet,
                HoldPlaced,
                HoldLifted,
                ConnectionCreated,
                ConnectionConfigured,
                ConnectionRemoved,
                TokenIssued,
                TokenRevoked,
                ClientEvent {}
