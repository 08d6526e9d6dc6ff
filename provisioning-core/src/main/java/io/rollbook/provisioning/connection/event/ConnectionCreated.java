package io.rollbook.provisioning.connection.event;

/**
 * A tenant got a connection: one application of an identity provider.
 *
 * @param name unique within the tenant
 */
public record ConnectionCreated(String connectionId, String name) implements ConnectionEvent {}
