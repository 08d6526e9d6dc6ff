package io.rollbook.audit.ingest;

import io.rollbook.audit.document.StorableText;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.contract.AttributeChange;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the users, groups, connections and tenants of a batch are called, kept up with its events
 * one after another: an entry bears the names of its time.
 */
public final class Subjects {

    /** What something is called; null for what it has not. */
    public record Names(
            @Nullable String externalId,
            @Nullable String displayName,
            @Nullable String userName,
            @Nullable String name) {

        private static final Names NONE = new Names(null, null, null, null);

        /** What a person would call it. */
        @Nullable String best() {
            return Stream.of(
                            Stream.ofNullable(displayName),
                            Stream.ofNullable(userName),
                            Stream.ofNullable(name))
                    .flatMap(given -> given)
                    .findFirst()
                    .orElse(null);
        }

        private Names with(AttributeChange change) {
            var value = change.newValue() instanceof String text ? StorableText.of(text) : null;
            return switch (change.path()) {
                case "externalId" -> new Names(value, displayName, userName, name);
                case "displayName" -> new Names(externalId, value, userName, name);
                case "userName" -> new Names(externalId, displayName, value, name);
                case "name" -> new Names(externalId, displayName, userName, value);
                default -> this;
            };
        }
    }

    private static final Columns COLUMNS =
            Columns.of(
                    "subject",
                    "tenant text, id text, external_id text, display_name text, user_name text,"
                            + " name text",
                    """
                    on conflict (tenant, id) do update set external_id = excluded.external_id,
                        display_name = excluded.display_name, user_name = excluded.user_name,
                        name = excluded.name
                    """);

    private final String tenant;
    private final Map<String, Names> known;
    private final Set<String> changed = new LinkedHashSet<>();

    private Subjects(String tenant, Map<String, Names> known) {
        this.tenant = tenant;
        this.known = known;
    }

    /** Of a tenant of which nothing is known yet. */
    public static Subjects none(String tenant) {
        return new Subjects(tenant, new HashMap<>());
    }

    /** Those that the events name, as they were before the first of them. */
    static Subjects before(JdbcTemplate transaction, String tenant, List<LoggedEvent> events) {
        var ids =
                events.stream()
                        .flatMap(
                                event ->
                                        Stream.of(
                                                event.meaning().target().id(),
                                                event.cause().actor().id()))
                        .filter(Objects::nonNull)
                        .map(StorableText::of)
                        .distinct()
                        .toArray(String[]::new);
        var known = new HashMap<String, Names>();
        transaction.query(
                // One look into the index for each, however little the server knows of the table.
                "select s.* from unnest(?) as wanted (id) cross join lateral"
                        + " (select id, external_id, display_name, user_name, name from subject"
                        + " where tenant = ? and id = wanted.id offset 0) as s",
                row -> {
                    known.put(
                            row.getString("id"),
                            new Names(
                                    row.getString("external_id"),
                                    row.getString("display_name"),
                                    row.getString("user_name"),
                                    row.getString("name")));
                },
                ids,
                tenant);
        return new Subjects(tenant, known);
    }

    public Names of(@Nullable String id) {
        return id == null ? Names.NONE : known.getOrDefault(StorableText.of(id), Names.NONE);
    }

    public void follow(LoggedEvent event) {
        var id = event.meaning().target().id();
        if (id == null || event.meaning().changes().isEmpty()) {
            return;
        }
        var before = of(id);
        var after = before;
        for (var change : event.meaning().changes()) {
            after = after.with(change);
        }
        if (!after.equals(before)) {
            known.put(id, after);
            changed.add(id);
        }
    }

    /** Rows of what has changed, in the order of the table's columns. */
    public List<@Nullable Object[]> rows() {
        return changed.stream()
                .map(
                        id -> {
                            var names = of(id);
                            return new @Nullable Object[] {
                                tenant,
                                id,
                                names.externalId(),
                                names.displayName(),
                                names.userName(),
                                names.name()
                            };
                        })
                .toList();
    }

    void save(JdbcTemplate transaction) {
        COLUMNS.insert(transaction, rows());
    }
}
