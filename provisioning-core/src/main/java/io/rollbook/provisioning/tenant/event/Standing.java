package io.rollbook.provisioning.tenant.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Whether a tenant is let in.
 *
 * @param deletionEndsAt when it is deleted for good; null when that is not intended
 */
public record Standing(boolean suspended, @Nullable Instant deletionEndsAt) {

    /** As a tenant begins. */
    public static final Standing GOOD = new Standing(false, null);

    /** Whether its deletion has begun. */
    public boolean isLeaving() {
        return deletionEndsAt != null;
    }

    /** Whether it can't be restored any more. */
    public boolean isOver(Instant now) {
        return deletionEndsAt != null && !now.isBefore(deletionEndsAt);
    }

    /** As people read it: {@code active}, {@code suspended} or {@code deleting}. */
    public String label() {
        return isLeaving() ? "deleting" : suspended ? "suspended" : "active";
    }
}
