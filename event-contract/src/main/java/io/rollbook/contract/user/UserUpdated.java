package io.rollbook.contract.user;

import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.Cause;

import java.util.List;

/** Attributes of a user changed; {@code active} has events of its own. */
public record UserUpdated(String userId, long version, List<AttributeChange> changes, Cause cause)
        implements UserEvent {

    public UserUpdated {
        changes = List.copyOf(changes);
    }
}
