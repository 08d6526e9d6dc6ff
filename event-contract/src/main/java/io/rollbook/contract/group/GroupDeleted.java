package io.rollbook.contract.group;

import io.rollbook.contract.Cause;

/** A group is gone with its membership; its id never returns. */
public record GroupDeleted(String groupId, long version, Cause cause) implements GroupEvent {}
