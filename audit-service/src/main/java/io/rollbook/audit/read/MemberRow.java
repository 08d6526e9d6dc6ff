package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

/**
 * One member that joined or left.
 *
 * @param number of the event
 * @param ordinal among the event's members, from 0
 */
public record MemberRow(
        long number, int ordinal, String id, @Nullable String type, boolean joined) {}
