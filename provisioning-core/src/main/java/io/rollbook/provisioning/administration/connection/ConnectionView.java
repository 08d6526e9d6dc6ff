package io.rollbook.provisioning.administration.connection;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.rollbook.provisioning.connection.event.ConnectionSettings;
import io.rollbook.provisioning.register.ConnectionEntry;

import java.time.Instant;

/** A connection as operators see it; settings that are not set are shown as null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConnectionView(
        String id,
        String name,
        String tenantId,
        Instant created,
        String createdBy,
        ConnectionSettings settings) {

    static ConnectionView of(ConnectionEntry entry) {
        return new ConnectionView(
                entry.id(),
                entry.name(),
                entry.tenantId(),
                entry.created(),
                entry.createdBy(),
                entry.settings());
    }
}
