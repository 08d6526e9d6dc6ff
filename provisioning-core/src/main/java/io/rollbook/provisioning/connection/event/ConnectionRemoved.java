package io.rollbook.provisioning.connection.event;

/** The connection is gone, and its tokens with it. */
public record ConnectionRemoved(String connectionId) implements ConnectionEvent {}
