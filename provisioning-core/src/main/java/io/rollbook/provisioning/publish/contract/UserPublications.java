package io.rollbook.provisioning.publish.contract;

import io.rollbook.contract.Cause;
import io.rollbook.contract.user.UserEvent;
import io.rollbook.provisioning.user.event.UserCreated;
import io.rollbook.provisioning.user.event.UserDeactivated;
import io.rollbook.provisioning.user.event.UserDeleted;
import io.rollbook.provisioning.user.event.UserReactivated;
import io.rollbook.provisioning.user.event.UserUpdated;

/** Users' events in the contract's terms. */
final class UserPublications {

    private UserPublications() {}

    static UserEvent of(
            io.rollbook.provisioning.user.event.UserEvent event, long version, Cause cause) {
        return switch (event) {
            case UserCreated(var id, var attributes) ->
                    new io.rollbook.contract.user.UserCreated(
                            id, version, Attributes.of(attributes), cause);
            case UserUpdated(var id, var changes) ->
                    new io.rollbook.contract.user.UserUpdated(
                            id, version, Attributes.of(changes), cause);
            case UserDeactivated(var id) ->
                    new io.rollbook.contract.user.UserDeactivated(id, version, cause);
            case UserReactivated(var id) ->
                    new io.rollbook.contract.user.UserReactivated(id, version, cause);
            case UserDeleted(var id) ->
                    new io.rollbook.contract.user.UserDeleted(id, version, cause);
        };
    }
}
