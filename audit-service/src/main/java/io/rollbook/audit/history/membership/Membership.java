package io.rollbook.audit.history.membership;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An interval in which a member was in a group.
 *
 * @param memberType {@code User} or {@code Group}
 * @param number of the event that let it in
 * @param endNumber of the event that let it out; null while it is in, or when the group was deleted
 *     with it in
 */
public record Membership(
        String groupId,
        String memberId,
        String memberType,
        long number,
        Instant since,
        @Nullable Long endNumber,
        @Nullable Instant until) {}
