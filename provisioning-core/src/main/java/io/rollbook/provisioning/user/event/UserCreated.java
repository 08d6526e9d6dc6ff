package io.rollbook.provisioning.user.event;

import io.rollbook.scim.value.Complex;

/**
 * A user came into being.
 *
 * @param attributes all of them; {@code active} is always among them
 */
public record UserCreated(String userId, Complex attributes) implements UserEvent {}
