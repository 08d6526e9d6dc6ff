package io.rollbook.provisioning.administration.tenant;

import io.rollbook.provisioning.register.TenantEntry;
import io.rollbook.scim.seam.Profile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A tenant as operators see it.
 *
 * @param status {@code active}, {@code suspended} or {@code deleting}
 * @param deletionEndsAt until when it can be restored; null when it stays
 */
record TenantView(
        String id,
        String name,
        String profile,
        String status,
        Instant created,
        @Nullable Instant deletionEndsAt) {

    static TenantView of(TenantEntry entry) {
        return new TenantView(
                entry.id(),
                entry.name(),
                label(entry.profile()),
                entry.standing().label(),
                entry.created(),
                entry.standing().deletionEndsAt());
    }

    private static String label(Profile profile) {
        return switch (profile) {
            case ENTRA -> "entra";
            case RFC -> "rfc";
        };
    }
}
