package io.rollbook.provisioning.register;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A token as the register knows it: what tells it from others, never its text.
 *
 * @param connectionId whose it is
 * @param connection the name of that
 * @param roles by their labels
 * @param createdBy the administrator, by the name in the log
 * @param expiresAt null for never
 * @param lastUsed within a minute; null for never
 */
public record TokenEntry(
        String id,
        String connectionId,
        String connection,
        List<String> roles,
        String lastFour,
        Instant created,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsed) {

    public TokenEntry {
        roles = List.copyOf(roles);
    }
}
