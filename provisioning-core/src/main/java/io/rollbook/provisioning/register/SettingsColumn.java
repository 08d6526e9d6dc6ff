package io.rollbook.provisioning.register;

import io.rollbook.provisioning.connection.event.ConnectionSettings;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

/** A connection's settings as a column of the registers: JSON, absent for the default. */
final class SettingsColumn {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SettingsColumn() {}

    static String write(ConnectionSettings settings) {
        return JSON.writeValueAsString(settings);
    }

    static ConnectionSettings read(@Nullable String column) {
        return column == null
                ? ConnectionSettings.DEFAULT
                : JSON.readValue(column, ConnectionSettings.class);
    }
}
