package io.rollbook.provisioning.connection.event;

/** Something happened to a connection, one of its tokens or one of its OAuth clients. */
public sealed interface ConnectionEvent
        permits ConnectionCreated,
                ConnectionConfigured,
                ConnectionRemoved,
                TokenIssued,
                TokenRevoked,
                ClientEvent {

    String connectionId();
}
