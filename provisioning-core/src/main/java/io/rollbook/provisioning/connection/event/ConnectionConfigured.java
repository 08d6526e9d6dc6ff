package io.rollbook.provisioning.connection.event;

/**
 * A connection has other settings now.
 *
 * @param settings all of them after the change
 */
public record ConnectionConfigured(String connectionId, ConnectionSettings settings)
        implements ConnectionEvent {}
