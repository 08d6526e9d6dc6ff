package io.rollbook.provisioning.user.event;

/** A user was disabled: {@code active} went from true to false. */
public record UserDeactivated(String userId) implements UserEvent {}
