package io.rollbook.provisioning.administration.token;

import io.rollbook.provisioning.register.TokenEntry;
import io.rollbook.scim.seam.TokenText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** A token as operators see it: enough to recognise one, nothing to use it with. */
record TokenView(
        String id,
        String connectionId,
        String connection,
        List<String> roles,
        String prefix,
        String lastFour,
        String createdBy,
        Instant created,
        @Nullable Instant lastUsed,
        @Nullable Instant expires) {

    static TokenView of(TokenEntry entry) {
        return new TokenView(
                entry.id(),
                entry.connectionId(),
                entry.connection(),
                entry.roles(),
                TokenText.PREFIX,
                entry.lastFour(),
                entry.createdBy(),
                entry.created(),
                entry.lastUsed(),
                entry.expiresAt());
    }
}
