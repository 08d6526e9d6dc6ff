package io.rollbook.provisioning.group.event;

import io.rollbook.scim.change.Change;

import java.util.List;

/**
 * Attributes of a group changed, other than its members.
 *
 * @param changes never empty
 */
public record GroupUpdated(String groupId, List<Change> changes) implements GroupEvent {

    public GroupUpdated {
        changes = List.copyOf(changes);
    }
}
