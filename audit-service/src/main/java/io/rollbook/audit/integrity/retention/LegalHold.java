package io.rollbook.audit.integrity.retention;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Why nothing of a tenant's log may be deleted.
 *
 * @param endsAt until when it stands; null when nobody lifted it
 * @param liftedBy who did
 */
public record LegalHold(
        String id,
        String reason,
        Instant placedAt,
        String placedBy,
        @Nullable Instant endsAt,
        @Nullable String liftedBy) {

    public boolean stands(Instant now) {
        return endsAt == null || now.isBefore(endsAt);
    }
}
