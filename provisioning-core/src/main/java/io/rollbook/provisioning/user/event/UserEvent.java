package io.rollbook.provisioning.user.event;

/** Something happened to a user. */
public sealed interface UserEvent
        permits UserCreated, UserUpdated, UserDeactivated, UserReactivated, UserDeleted {

    String userId();
}
