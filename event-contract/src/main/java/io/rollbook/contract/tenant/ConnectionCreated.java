package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/** A tenant got a connection: one application of an identity provider. */
public record ConnectionCreated(String connectionId, long version, String name, Cause cause)
        implements TenantEvent {}
