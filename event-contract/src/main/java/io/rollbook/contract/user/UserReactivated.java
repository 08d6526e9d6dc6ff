package io.rollbook.contract.user;

import io.rollbook.contract.Cause;

/** A user was enabled again: {@code active} went from false to true. */
public record UserReactivated(String userId, long version, Cause cause) implements UserEvent {}
