package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

/** One member that joined or left. */
public record MemberRow(
        long entryPosition,
        long number,
        int ordinal,
        String id,
        @Nullable String type,
        boolean joined) {}
