package io.rollbook.provisioning.user.event;

import io.rollbook.scim.change.Change;

import java.util.List;

/**
 * Attributes of a user changed.
 *
 * @param changes never empty, never of {@code active}: that has events of its own
 */
public record UserUpdated(String userId, List<Change> changes) implements UserEvent {

    public UserUpdated {
        changes = List.copyOf(changes);
    }
}
