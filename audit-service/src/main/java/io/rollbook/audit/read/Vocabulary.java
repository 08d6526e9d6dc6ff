package io.rollbook.audit.read;

import io.rollbook.audit.database.LogDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The different values that entries of one tenant have: far fewer than entries, and so looked
 * through first.
 */
public final class Vocabulary {

    private final LogDatabase database;
    private final String tenant;

    public Vocabulary(LogDatabase database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** Names of subjects that match; empty when there are more than so many. */
    public Optional<List<String>> names(TextMatch match, int most) {
        return texts("entry_name", "name", match, most);
    }

    /** Ids of cycles that match; empty when there are more than so many. */
    public Optional<List<String>> cycles(TextMatch match, int most) {
        return texts("cycle", "id", match, most);
    }

    private Optional<List<String>> texts(String table, String column, TextMatch match, int most) {
        var arguments = new ArrayList<Object>(List.of(tenant));
        arguments.addAll(match.arguments());
        arguments.add(most + 1);
        var found =
                read(
                        transaction ->
                                transaction.queryForList(
                                        "select %s from %s where tenant = ? and %s limit ?"
                                                .formatted(column, table, match.condition(column)),
                                        String.class,
                                        arguments.toArray()));
        return found.size() > most ? Optional.empty() : Optional.of(found);
    }

    /** All who have acted, under each of their names. */
    public List<ActorName> actors() {
        return read(
                transaction ->
                        transaction.query(
                                "select actor_kind, actor_id, actor_name from entry_actor"
                                        + " where tenant = ?",
                                (row, index) ->
                                        new ActorName(
                                                row.getString("actor_kind"),
                                                row.getString("actor_id"),
                                                row.getString("actor_name")),
                                tenant));
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
