package io.rollbook.audit.ingest;

import io.rollbook.audit.document.DocumentJson;
import io.rollbook.audit.document.StorableText;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.contract.AttributeChange;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What connections and tenants are set to. Their events say what is now; the log says from what,
 * and of a token that is revoked more than its id.
 */
final class Configuration {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where a subject has one of a kind, and where several, told apart by their ids. */
    private static final Map<String, Boolean> SEVERAL =
            Map.of(
                    "settings", false,
                    "schema", true,
                    "token", true,
                    "client", true,
                    "client.secret", true,
                    "client.trust", true,
                    "client.credential", true);

    private static final Columns VALUES =
            Columns.of(
                    "configuration",
                    "tenant text, subject text, part text, value text",
                    "on conflict (tenant, subject, part) do update set value = excluded.value");
    private static final String REMOVE =
            "delete from configuration where tenant = ? and subject = ? and part = ?";

    /** Something that is set. */
    private record Part(String subject, String name) {}

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Map<Part, String> known = new HashMap<>();
    private final Map<Part, Optional<String>> changed = new LinkedHashMap<>();

    private Configuration(JdbcTemplate transaction, String tenant) {
        this.transaction = transaction;
        this.tenant = tenant;
    }

    /** The events, in their order, with what was before wherever it is known. */
    static List<LoggedEvent> withBefore(
            JdbcTemplate transaction, String tenant, List<LoggedEvent> events) {
        var subjects =
                events.stream()
                        .filter(Configuration::configures)
                        .map(event -> String.valueOf(event.meaning().target().id()))
                        .distinct()
                        .toArray(String[]::new);
        if (subjects.length == 0) {
            return events;
        }
        var configuration = new Configuration(transaction, tenant);
        configuration.read(subjects);
        var told = events.stream().map(configuration::told).toList();
        configuration.save();
        return told;
    }

    private static boolean configures(LoggedEvent event) {
        var type = event.meaning().target().type();
        return ("Connection".equals(type) || "Tenant".equals(type))
                && event.meaning().changes().stream()
                        .anyMatch(change -> SEVERAL.containsKey(change.path()));
    }

    private void read(String[] subjects) {
        transaction.query(
                "select subject, part, value from configuration"
                        + " where tenant = ? and subject = any (?)",
                row -> {
                    known.put(
                            new Part(row.getString("subject"), row.getString("part")),
                            row.getString("value"));
                },
                tenant,
                subjects);
    }

    private LoggedEvent told(LoggedEvent event) {
        if (!configures(event)) {
            return event;
        }
        var changes = new ArrayList<AttributeChange>();
        for (var change : event.meaning().changes()) {
            changes.add(told(String.valueOf(event.meaning().target().id()), change));
        }
        return event.telling(changes);
    }

    private AttributeChange told(String subject, AttributeChange change) {
        var part = partOf(subject, change);
        if (part.isEmpty()) {
            return change;
        }
        var before = known.get(part.get());
        var after = change.newValue() == null ? null : DocumentJson.of(change.newValue());
        if (after == null) {
            known.remove(part.get());
        } else {
            known.put(part.get(), after);
        }
        changed.put(part.get(), Optional.ofNullable(after));
        return before == null
                ? change
                : new AttributeChange(
                        change.path(), JSON.readValue(before, Object.class), change.newValue());
    }

    private static Optional<Part> partOf(String subject, AttributeChange change) {
        var several = SEVERAL.get(change.path());
        if (several == null) {
            return Optional.empty();
        }
        if (!several) {
            return Optional.of(new Part(subject, change.path()));
        }
        // Secrets and trusts are added under names of their own, and removed as credentials.
        var kind = change.path().startsWith("client.") ? "client.credential" : change.path();
        return idOf(change.newValue() == null ? change.oldValue() : change.newValue())
                .map(id -> new Part(subject, kind + "/" + id));
    }

    /** A schema's is inside its document. */
    private static Optional<String> idOf(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            return Optional.empty();
        }
        var id = members.get("id");
        return id == null
                ? idOf(members.get("schema"))
                : Optional.of(StorableText.of(id.toString()));
    }

    private void save() {
        var gone = new ArrayList<@Nullable Object[]>();
        var set = new ArrayList<@Nullable Object[]>();
        changed.forEach(
                (part, value) ->
                        value.ifPresentOrElse(
                                text ->
                                        set.add(
                                                new @Nullable Object[] {
                                                    tenant, part.subject(), part.name(), text
                                                }),
                                () ->
                                        gone.add(
                                                new @Nullable Object[] {
                                                    tenant, part.subject(), part.name()
                                                })));
        VALUES.insert(transaction, set);
        transaction.batchUpdate(REMOVE, gone);
    }
}
