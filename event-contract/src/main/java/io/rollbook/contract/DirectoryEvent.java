package io.rollbook.contract;

import io.rollbook.contract.group.GroupEvent;
import io.rollbook.contract.tenant.TenantEvent;
import io.rollbook.contract.user.UserEvent;

/** A change; travels on {@link Topics#DIRECTORY}. */
public sealed interface DirectoryEvent extends PublishedEvent
        permits UserEvent, GroupEvent, TenantEvent {

    /** The version of the user, group, tenant or connection after this event. */
    long version();
}
