package io.rollbook.audit.entry;

import org.jspecify.annotations.Nullable;

/**
 * One member that joined a group or left it.
 *
 * @param type {@code User} or {@code Group}; known for those who joined
 */
public record MemberChange(String id, @Nullable String type, boolean joined) {}
