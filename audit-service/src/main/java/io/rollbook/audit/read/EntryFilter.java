package io.rollbook.audit.read;

import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which entries are asked for; what is null does not matter.
 *
 * @param from the earliest time of recording, inclusive
 * @param to the latest, exclusive
 */
public record EntryFilter(
        @Nullable Status status,
        @Nullable Action action,
        @Nullable String targetType,
        @Nullable String targetId,
        @Nullable Instant from,
        @Nullable Instant to) {}
