package io.rollbook.provisioning.register;

import io.rollbook.provisioning.connection.event.ConnectionSettings;

/** A connection as the register knows it. */
public record ConnectionEntry(
        String tenantId, String id, String name, ConnectionSettings settings) {}
