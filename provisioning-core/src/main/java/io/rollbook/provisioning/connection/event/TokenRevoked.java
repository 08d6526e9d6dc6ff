package io.rollbook.provisioning.connection.event;

/** A token stopped working for good. */
public record TokenRevoked(String connectionId, String tokenId) implements ConnectionEvent {}
