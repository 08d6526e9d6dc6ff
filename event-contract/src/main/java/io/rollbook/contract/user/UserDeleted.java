package io.rollbook.contract.user;

import io.rollbook.contract.Cause;

/** A user is gone; its id never returns, and it is in no group any more. */
public record UserDeleted(String userId, long version, Cause cause) implements UserEvent {}
