package io.rollbook.provisioning.user.event;

/** A user is gone; its id never returns, its userName is free again. */
public record UserDeleted(String userId) implements UserEvent {}
