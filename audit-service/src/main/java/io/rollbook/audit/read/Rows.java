package io.rollbook.audit.read;

import io.rollbook.audit.read.EntryRow.ActorView;
import io.rollbook.audit.read.EntryRow.RefusalView;
import io.rollbook.audit.read.EntryRow.TargetView;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

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
                refusal(row));
    }

    private static ActorView actor(ResultSet row) throws SQLException {
        return new ActorView(
                row.getString("actor_kind"),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getString("token_id"));
    }

    /** What the directory called it comes before what a request called it. */
    private static TargetView target(ResultSet row) throws SQLException {
        return new TargetView(
                row.getString("target_type"),
                row.getString("target_id"),
                firstOf(row, "external_id", "attempted_external_id"),
                firstOf(row, "target_name", "attempted_name"));
    }

    private static @Nullable String firstOf(ResultSet row, String first, String second)
            throws SQLException {
        var value = row.getString(first);
        return value != null ? value : row.getString(second);
    }

    private static @Nullable RefusalView refusal(ResultSet row) throws SQLException {
        int httpStatus = row.getInt("http_status");
        return row.wasNull()
                ? null
                : new RefusalView(httpStatus, row.getString("scim_type"), row.getString("detail"));
    }

    static EventRow event(ResultSet row, int index) throws SQLException {
        return new EventRow(
                row.getLong("entry_position"),
                row.getString("id"),
                row.getString("type"),
                row.getString("topic"),
                row.getLong("number"),
                row.getObject("version", Long.class),
                instant(row, "recorded_at"),
                row.getInt("members_added"),
                row.getInt("members_removed"));
    }

    static ChangeRow change(ResultSet row, int index) throws SQLException {
        return new ChangeRow(
                row.getLong("entry_position"),
                row.getString("path"),
                row.getString("old_value"),
                row.getString("new_value"));
    }

    static MemberRow member(ResultSet row, int index) throws SQLException {
        return new MemberRow(
                row.getLong("entry_position"),
                row.getLong("number"),
                row.getInt("ordinal"),
                row.getString("member_id"),
                row.getString("member_type"),
                row.getBoolean("joined"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
