package io.rollbook.provisioning.connection.event;

/** An OAuth client stopped working for good, with all of its credentials. */
public record ClientRemoved(String connectionId, String clientId) implements ClientEvent {}
