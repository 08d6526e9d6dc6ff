package io.rollbook.audit.read;

import io.rollbook.audit.entry.Ignored;
import io.rollbook.audit.read.EntryRow.ActorView;
import io.rollbook.audit.read.EntryRow.RefusalView;
import io.rollbook.audit.read.EntryRow.TargetView;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Rows of the tables as records. */
final class Rows {

    private Rows() {}

    static EntryRow entry(ResultSet row, int index) throws SQLException {
        return new EntryRow(
                row.getLong("position"),
                row.getString("id"),
                instant(row, "recorded_at"),
                instant(row, "received_at"),
                row.getString("status"),
                row.getString("action"),
                row.getBoolean("restored"),
                actor(row),
                target(row),
                row.getString("request_id"),
                row.getInt("operation"),
                row.getString("caused_by"),
                row.getString("cycle_id"),
                refusal(row),
                ignored(row));
    }

    private static @Nullable Ignored ignored(ResultSet row) throws SQLException {
        var names = row.getArray("ignored");
        return names == null ? null : new Ignored(List.of((String[]) names.getArray()));
    }

    private static ActorView actor(ResultSet row) throws SQLException {
        return new ActorView(
                row.getString("actor_kind"),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getString("token_id"));
    }

    private static TargetView target(ResultSet row) throws SQLException {
        return new TargetView(
                row.getString("target_type"),
                row.getString("target_id"),
                row.getString("source_id"),
                row.getString("subject_name"),
                row.getString("user_name"));
    }

    private static @Nullable RefusalView refusal(ResultSet row) throws SQLException {
        int httpStatus = row.getInt("http_status");
        return row.wasNull()
                ? null
                : new RefusalView(
                        httpStatus,
                        row.getString("scim_type"),
                        row.getString("detail"),
                        row.getString("error_code"));
    }

    static EventRow event(ResultSet row, int index) throws SQLException {
        return new EventRow(
                row.getLong("entry_position"),
                row.getString("id"),
                row.getString("type"),
                row.getString("topic"),
                row.getLong("number"),
                row.getLong("position"),
                row.getObject("version", Long.class),
                instant(row, "recorded_at"),
                row.getObject("published_at") == null ? null : instant(row, "published_at"),
                instant(row, "logged_at"),
                row.getInt("changes"),
                row.getInt("joined"),
                row.getInt("departed"),
                row.getInt("characters"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
