package io.rollbook.provisioning.register.membership;

import io.rollbook.provisioning.group.event.Member;

import org.jspecify.annotations.Nullable;

/**
 * A member as answers show it.
 *
 * @param display null when it has no displayName
 */
public record ShownMember(Member member, @Nullable String display) {}
