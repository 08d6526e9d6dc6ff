package io.rollbook.provisioning.origin;

/** The kinds of actors. */
public enum ActorKind {
    CONNECTION,
    ADMINISTRATOR,
    SYSTEM
}
