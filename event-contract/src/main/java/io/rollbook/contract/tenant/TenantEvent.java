package io.rollbook.contract.tenant;

import io.rollbook.contract.DirectoryEvent;

/** Something happened to a tenant, one of its connections or a connection's token. */
public sealed interface TenantEvent extends DirectoryEvent
        permits TenantCreated, ConnectionCreated, TokenIssued, TokenRevoked {}
