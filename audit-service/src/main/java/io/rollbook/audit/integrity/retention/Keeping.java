package io.rollbook.audit.integrity.retention;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant's events say of how long its log is kept.
 *
 * @param rule null when nothing was ever said: for ever
 * @param holds also those that have ended, in the order in which they were placed
 */
public record Keeping(@Nullable Rule rule, List<LegalHold> holds) {

    private static final String RULE =
            """
            select days, days_before, effective_at from retention_rule
            where tenant = ? order by number desc limit 1
            """;
    private static final String HOLDS =
            """
            select h.id, h.reason, h.placed_at, h.placed_by, e.ends_at, e.lifted_by
            from legal_hold h left join legal_hold_end e using (tenant, id)
            where h.tenant = ? order by h.placed_at, h.id
            """;

    public Keeping {
        holds = List.copyOf(holds);
    }

    /** Of the tenant that the transaction reaches. */
    public static Keeping of(JdbcTemplate transaction, String tenant) {
        var rule = transaction.query(RULE, (row, index) -> rule(row), tenant);
        return new Keeping(
                rule.isEmpty() ? null : rule.getFirst(),
                transaction.query(HOLDS, (row, index) -> hold(row), tenant));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                row.getObject("days", Integer.class),
                row.getObject("days_before", Integer.class),
                time(row, "effective_at"));
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        var endsAt = row.getObject("ends_at", OffsetDateTime.class);
        return new LegalHold(
                row.getString("id"),
                row.getString("reason"),
                time(row, "placed_at"),
                row.getString("placed_by"),
                endsAt == null ? null : endsAt.toInstant(),
                row.getString("lifted_by"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public boolean isHeld(Instant now) {
        return holds.stream().anyMatch(hold -> hold.stands(now));
    }

    /** Before when entries may go; empty when nothing may. */
    public Optional<Instant> boundary(Instant now) {
        return rule == null || isHeld(now) ? Optional.empty() : rule.boundary(now);
    }
}
