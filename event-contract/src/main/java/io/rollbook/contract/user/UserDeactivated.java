package io.rollbook.contract.user;

import io.rollbook.contract.Cause;

/** A user was disabled: {@code active} went from true to false. */
public record UserDeactivated(String userId, long version, Cause cause) implements UserEvent {}
