package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A token was made; its secret was shown once and is nowhere.
 *
 * @param lastFour the last characters of the secret, to recognise it by
 * @param expiresAt null when it does not expire
 */
public record TokenIssued(
        String connectionId,
        long version,
        String tokenId,
        List<String> roles,
        String lastFour,
        @Nullable Instant expiresAt,
        Cause cause)
        implements TenantEvent {

    public TokenIssued {
        roles = List.copyOf(roles);
    }
}
