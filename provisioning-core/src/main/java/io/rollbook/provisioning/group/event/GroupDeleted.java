package io.rollbook.provisioning.group.event;

/** A group is gone with its membership; its id never returns, its displayName is free again. */
public record GroupDeleted(String groupId) implements GroupEvent {}
