package io.rollbook.provisioning.connection.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A token was made; its text was shown once and is nowhere.
 *
 * @param tokenHash what the token register is rebuilt from; never published
 * @param roles labels of {@link io.rollbook.scim.seam.Role}
 * @param lastFour the last characters of the token, to recognise it by
 * @param expiresAt null when it does not expire
 */
public record TokenIssued(
        String connectionId,
        String tokenId,
        String tokenHash,
        List<String> roles,
        String lastFour,
        @Nullable Instant expiresAt)
        implements ConnectionEvent {

    public TokenIssued {
        roles = List.copyOf(roles);
    }
}
