package io.rollbook.provisioning.user.event;

/** A user was enabled again: {@code active} went from false to true. */
public record UserReactivated(String userId) implements UserEvent {}
