package io.rollbook.contract.group;

import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.Cause;

import java.util.List;

/** Attributes of a group changed, other than its members. */
public record GroupUpdated(String groupId, long version, List<AttributeChange> changes, Cause cause)
        implements GroupEvent {

    public GroupUpdated {
        changes = List.copyOf(changes);
    }
}
