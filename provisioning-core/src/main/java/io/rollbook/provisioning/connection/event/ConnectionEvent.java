package io.rollbook.provisioning.connection.event;

/** Something happened to a connection or to one of its tokens. */
public sealed interface ConnectionEvent
        permits ConnectionCreated, ConnectionConfigured, TokenIssued, TokenRevoked {

    String connectionId();
}
