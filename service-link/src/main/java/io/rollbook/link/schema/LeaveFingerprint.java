package io.rollbook.link.schema;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

import java.sql.SQLException;

/** Ends each run of the migrations, with the rights of whoever owns the tables. */
final class LeaveFingerprint extends BaseCallback {

    private final String fingerprint;

    LeaveFingerprint(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute(
                    "comment on table flyway_schema_history is '%s'".formatted(fingerprint));
        } catch (SQLException e) {
            throw new FlywayException("The fingerprint of the migrations cannot be left", e);
        }
    }
}
