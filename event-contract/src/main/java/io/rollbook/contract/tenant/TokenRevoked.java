package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/** A token stopped working for good. */
public record TokenRevoked(String connectionId, long version, String tokenId, Cause cause)
        implements TenantEvent {}
