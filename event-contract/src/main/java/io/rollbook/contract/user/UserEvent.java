package io.rollbook.contract.user;

import io.rollbook.contract.DirectoryEvent;

/** Something happened to a user. */
public sealed interface UserEvent extends DirectoryEvent
        permits UserCreated, UserUpdated, UserDeactivated, UserReactivated, UserDeleted {

    String userId();
}
