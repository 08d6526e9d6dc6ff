package io.rollbook.audit.read;

import io.rollbook.audit.entry.Ignored;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The head of an entry, with what its target and its actor were called at its time. */
public record EntryRow(
        long position,
        String id,
        Instant recordedAt,
        Instant receivedAt,
        String status,
        String action,
        boolean restored,
        ActorView actor,
        TargetView target,
        String requestId,
        int operation,
        @Nullable String causedBy,
        @Nullable String cycleId,
        @Nullable RefusalView refusal,
        @Nullable Ignored ignored) {

    public record ActorView(
            String kind, String id, @Nullable String name, @Nullable String tokenId) {}

    public record TargetView(
            @Nullable String type,
            @Nullable String id,
            @Nullable String externalId,
            @Nullable String name,
            @Nullable String userName) {}

    public record RefusalView(
            int httpStatus, @Nullable String scimType, String detail, String errorCode) {}
}
