package io.rollbook.audit.synchronization.job;

import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.ErrorCode;
import io.rollbook.audit.entry.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One write request of a connection, or several that were answered alike.
 *
 * @param entry the id of its entry in the log
 * @param position of its first event; names a cycle that begins with it
 * @param at when it was received
 * @param type what it was about, such as {@code User}; empty when it named nothing
 * @param error what was answered if it was refused
 * @param token what it came with
 * @param references whether it changed members of a group
 * @param times how many such requests it stands for, where they were counted and not told apart
 */
public record Write(
        String entry,
        long position,
        Instant at,
        Action action,
        String type,
        Status status,
        @Nullable ErrorCode error,
        @Nullable String token,
        boolean references,
        long times) {

    boolean isAccepted() {
        return status != Status.FAILURE;
    }

    boolean isExported() {
        return status == Status.SUCCESS || status == Status.WARNING;
    }

    /** Whether the credential itself was refused. */
    boolean isRejected() {
        return error == ErrorCode.UNAUTHORIZED || error == ErrorCode.INSUFFICIENT_RIGHTS;
    }

    /** An object took part that is not here yet; the identity provider counts these apart. */
    boolean isReferenceFailure() {
        return error == ErrorCode.UNRESOLVED_REFERENCE;
    }

    /** Somebody lost access: Entra counts those who are disabled, too. */
    boolean isDeletion() {
        return isExported() && (action == Action.DELETE || action == Action.DISABLE);
    }
}
