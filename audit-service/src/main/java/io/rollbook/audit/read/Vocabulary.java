package io.rollbook.audit.read;

import io.rollbook.audit.database.LogDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The different values that entries of one tenant have: far fewer than entries, and so looked
 * through first.
 */
public final class Vocabulary {

    /** More values than these are so common that walking through the log soon finds enough. */
    public static final int MOST_PARTLY = 1_000;

    /** An index has names in the order of time: walking is ten times as fast. */
    public static final int MOST_NAMED = 300;

    /** Of those that are the same, not one after the other is looked at to find them. */
    public static final int MOST_ALIKE = 10_000;

    private static final String KINDS =
            """
            select id, status, action, target_type, error_code, actor_kind, actor_id, actor_name,
                has_target, has_source, has_name
            from entry_kind where tenant = ?
            """;
    private static final String WITH = "select id::text from subjects_with(?, ?, ?) as id";

    private final LogDatabase database;
    private final String tenant;

    public Vocabulary(LogDatabase database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** Ids of subjects that match; empty when there are more than so many. */
    public Optional<List<String>> subjects(SubjectPart part, TextMatch match, int most) {
        return match instanceof TextMatch.Contains(var text)
                ? atMost(most, WITH, text, part.column(), most + 1)
                : texts("entry_subject", "id::text", part.column(), match, most);
    }

    /** Ids of cycles that match; empty when there are more than so many. */
    public Optional<List<String>> cycles(TextMatch match, int most) {
        return texts("cycle", "id", "id", match, most);
    }

    private Optional<List<String>> texts(
            String table, String selected, String column, TextMatch match, int most) {
        var arguments = new ArrayList<Object>(List.of(tenant));
        arguments.addAll(match.arguments());
        arguments.add(most + 1);
        return atMost(
                most,
                "select %s from %s where tenant = ? and %s limit ?"
                        .formatted(selected, table, match.condition(column)),
                arguments.toArray());
    }

    private Optional<List<String>> atMost(int most, String sql, Object... arguments) {
        var found = read(transaction -> transaction.queryForList(sql, String.class, arguments));
        return found.size() > most ? Optional.empty() : Optional.of(found);
    }

    /** Of all the tenant's entries. */
    public List<EntryKind> kinds() {
        return read(transaction -> transaction.query(KINDS, Vocabulary::kind, tenant));
    }

    private static EntryKind kind(ResultSet row, int index) throws SQLException {
        return new EntryKind(
                row.getString("id"),
                row.getString("status"),
                row.getString("action"),
                Objects.requireNonNullElse(row.getString("target_type"), ""),
                Objects.requireNonNullElse(row.getString("error_code"), ""),
                row.getString("actor_kind"),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getBoolean("has_target"),
                row.getBoolean("has_source"),
                row.getBoolean("has_name"));
    }

    /** What the tenant is called; empty when that is not known. */
    public String tenantName() {
        return read(
                        transaction ->
                                transaction.queryForList(
                                        "select name from subject where tenant = ? and id = ?"
                                                + " and name is not null",
                                        String.class,
                                        tenant,
                                        tenant))
                .stream()
                .findFirst()
                .orElse("");
    }

    private <T> T read(Function<JdbcTemplate, T> query) {
        return database.read(tenant, query);
    }
}
