package io.rollbook.provisioning.register;

import io.rollbook.provisioning.connection.event.ConnectionSettings;

import java.time.Instant;

/**
 * A connection as the register knows it.
 *
 * @param createdBy the administrator, by the name in the log
 */
public record ConnectionEntry(
        String tenantId,
        String id,
        String name,
        ConnectionSettings settings,
        Instant created,
        String createdBy) {}
