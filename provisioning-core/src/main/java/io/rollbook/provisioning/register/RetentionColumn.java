package io.rollbook.provisioning.register;

import io.rollbook.provisioning.tenant.event.Retention;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

/** How long a tenant's log is kept, as a column: JSON, absent where nothing was ever said. */
final class RetentionColumn {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RetentionColumn() {}

    static String write(Retention retention) {
        return JSON.writeValueAsString(retention);
    }

    static Retention read(@Nullable String column) {
        return column == null ? Retention.FOR_EVER : JSON.readValue(column, Retention.class);
    }
}
