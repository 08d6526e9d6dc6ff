package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/** A connection is gone, and its tokens with it. */
public record ConnectionRemoved(String connectionId, long version, Cause cause)
        implements TenantEvent {}
