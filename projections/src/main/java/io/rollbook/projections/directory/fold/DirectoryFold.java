package io.rollbook.projections.directory.fold;

import io.rollbook.contract.DirectoryEvent;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupDeleted;
import io.rollbook.contract.group.GroupEvent;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.GroupUpdated;
import io.rollbook.contract.tenant.TenantEvent;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserDeleted;
import io.rollbook.contract.user.UserEvent;
import io.rollbook.contract.user.UserReactivated;
import io.rollbook.contract.user.UserUpdated;
import io.rollbook.scim.value.Bool;

import java.time.Instant;
import java.util.function.UnaryOperator;

/** Applies a series of events of one tenant, in their order, in memory. */
public final class DirectoryFold {

    private static final String ACTIVE = "active";

    private final ResourceFold users;
    private final ResourceFold groups;
    private final MembershipDelta membership = new MembershipDelta();

    public DirectoryFold(ResourceFold users, ResourceFold groups) {
        this.users = users;
        this.groups = groups;
    }

    public void apply(DirectoryEvent event, Instant time) {
        switch (event) {
            case UserEvent user -> apply(user, time);
            case GroupEvent group -> apply(group, time);
            case TenantEvent ignored -> {
                // Not a resource.
            }
        }
    }

    private void apply(UserEvent event, Instant time) {
        var id = event.userId();
        long version = event.version();
        switch (event) {
            case UserCreated created -> users.created(id, created.attributes(), time, version);
            case UserUpdated updated -> users.updated(id, updated.changes(), time, version);
            case UserDeactivated ignored ->
                    users.changed(id, user -> user.with(ACTIVE, Bool.FALSE), time, version);
            case UserReactivated ignored ->
                    users.changed(id, user -> user.with(ACTIVE, Bool.TRUE), time, version);
            case UserDeleted ignored -> {
                users.deleted(id);
                membership.deleted(id, version);
            }
        }
    }

    private void apply(GroupEvent event, Instant time) {
        var id = event.groupId();
        long version = event.version();
        switch (event) {
            case GroupCreated created -> groups.created(id, created.attributes(), time, version);
            case GroupUpdated updated -> groups.updated(id, updated.changes(), time, version);
            case GroupMembershipChanged changed -> {
                groups.changed(id, UnaryOperator.identity(), time, version);
                membership.joined(id, changed.added());
                membership.left(id, changed.removed());
            }
            case GroupDeleted ignored -> {
                groups.deleted(id);
                membership.deleted(id, version);
            }
        }
    }

    public ResourceFold users() {
        return users;
    }

    public ResourceFold groups() {
        return groups;
    }

    public MembershipDelta membership() {
        return membership;
    }
}
