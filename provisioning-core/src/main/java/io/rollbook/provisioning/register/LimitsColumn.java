package io.rollbook.provisioning.register;

import io.rollbook.provisioning.limit.Limits;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

/** A tenant's limits as a column: JSON, absent where nothing was set. */
final class LimitsColumn {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LimitsColumn() {}

    static String write(Limits limits) {
        return JSON.writeValueAsString(limits);
    }

    static Limits read(@Nullable String column) {
        return column == null ? Limits.DEFAULT : JSON.readValue(column, Limits.class);
    }
}
