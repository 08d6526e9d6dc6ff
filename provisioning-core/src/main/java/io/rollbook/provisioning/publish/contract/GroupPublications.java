package io.rollbook.provisioning.publish.contract;

import io.rollbook.contract.Cause;
import io.rollbook.contract.group.GroupEvent;
import io.rollbook.contract.group.Member;
import io.rollbook.provisioning.group.event.GroupCreated;
import io.rollbook.provisioning.group.event.GroupDeleted;
import io.rollbook.provisioning.group.event.GroupMembershipChanged;
import io.rollbook.provisioning.group.event.GroupUpdated;

/** Groups' events in the contract's terms. */
final class GroupPublications {

    private GroupPublications() {}

    static GroupEvent of(
            io.rollbook.provisioning.group.event.GroupEvent event, long version, Cause cause) {
        return switch (event) {
            case GroupCreated(var id, var attributes) ->
                    new io.rollbook.contract.group.GroupCreated(
                            id, version, Attributes.of(attributes), cause);
            case GroupUpdated(var id, var changes) ->
                    new io.rollbook.contract.group.GroupUpdated(
                            id, version, Attributes.of(changes), cause);
            case GroupMembershipChanged(var id, var added, var removed) ->
                    new io.rollbook.contract.group.GroupMembershipChanged(
                            id,
                            version,
                            added.stream()
                                    .map(
                                            member ->
                                                    new Member(
                                                            member.value(), member.type().label()))
                                    .toList(),
                            removed,
                            cause);
            case GroupDeleted(var id) ->
                    new io.rollbook.contract.group.GroupDeleted(id, version, cause);
        };
    }
}
