package io.rollbook.audit.history.resource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * From when to when a resource existed.
 *
 * @param type {@code User}, {@code Group}, {@code Connection} or {@code Tenant}
 * @param deletedNumber null while it exists
 */
public record Life(
        String id,
        String type,
        long createdNumber,
        Instant createdAt,
        @Nullable Long deletedNumber,
        @Nullable Instant deletedAt) {

    private static final String FIND =
            """
            select id, type, created_number, created_at, deleted_number, deleted_at
            from history_resource where tenant = ? and id = ?
            """;

    /** Whether it exists at a moment. */
    public enum State {
        NOT_YET,
        PRESENT,
        DELETED
    }

    /** Empty when the tenant never had one with this id. */
    public static Optional<Life> of(JdbcTemplate transaction, String tenant, String id) {
        return transaction.query(FIND, Life::read, tenant, id).stream().findFirst();
    }

    private static Life read(ResultSet row, int index) throws SQLException {
        var deletedAt = row.getObject("deleted_at", OffsetDateTime.class);
        return new Life(
                row.getString("id"),
                row.getString("type"),
                row.getLong("created_number"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("deleted_number", Long.class),
                deletedAt == null ? null : deletedAt.toInstant());
    }

    public State at(long number) {
        if (number < createdNumber) {
            return State.NOT_YET;
        }
        return deletedNumber == null || number < deletedNumber ? State.PRESENT : State.DELETED;
    }

    public boolean isGroup() {
        return type.equals("Group");
    }

    public boolean isUser() {
        return type.equals("User");
    }
}
