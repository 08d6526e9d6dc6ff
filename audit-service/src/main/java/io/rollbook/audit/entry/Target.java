package io.rollbook.audit.entry;

import org.jspecify.annotations.Nullable;

/**
 * What a write request was about.
 *
 * @param type {@code User}, {@code Group}, {@code Connection}, {@code Tenant} or, of requests that
 *     nobody could be blamed for, {@code Source}; null when the request named none of them
 * @param id null when it has none yet, or none was named
 * @param attemptedExternalId as an attempt named it; the log knows that of a change by itself
 * @param attemptedName likewise
 */
public record Target(
        @Nullable String type,
        @Nullable String id,
        @Nullable String attemptedExternalId,
        @Nullable String attemptedName) {

    static Target of(String type, String id) {
        return new Target(type, id, null, null);
    }
}
