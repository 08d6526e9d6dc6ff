package io.rollbook.provisioning.tenant.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Why somebody must find the whole of a tenant's log.
 *
 * @param endsAt null until it is lifted
 */
public record Hold(String id, String reason, @Nullable Instant endsAt) {

    boolean stands(Instant now) {
        return endsAt == null || now.isBefore(endsAt);
    }
}
