package io.rollbook.audit.query;

import org.jspecify.annotations.Nullable;

/** One member that joined or left. */
record MemberRow(
        long entryPosition,
        long number,
        int ordinal,
        String id,
        @Nullable String type,
        boolean joined) {}
