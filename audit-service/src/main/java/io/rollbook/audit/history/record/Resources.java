package io.rollbook.audit.history.record;

import io.rollbook.audit.document.DocumentJson;
import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.contract.AttributeChange;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Beginnings and ends of resources, and the values that their attributes got in between. */
final class Resources {

    private static final String CREATE =
            """
            insert into history_resource (tenant, id, type, created_number, created_at, active,
                display_name, user_name, attributes)
            select ?, u.* from unnest(?, ?, ?, ?::timestamptz[], ?, ?, ?, ?) as u
            on conflict do nothing
            """;
    private static final String DELETE =
            """
            update history_resource r set deleted_number = u.number, deleted_at = u.time
            from unnest(?, ?, ?::timestamptz[]) as u (id, number, time)
            where r.tenant = ? and r.id = u.id and r.deleted_number is null
            """;
    private static final String CHANGE =
            """
            insert into history_attribute (tenant, resource_id, path, number, value)
            select ?, u.* from unnest(?, ?, ?, ?) as u
            on conflict (tenant, million, resource_id, path, number)
                do update set value = excluded.value
            """;

    private record Beginning(
            String id,
            String type,
            long number,
            String time,
            Map<String, @Nullable Object> values) {

        @Nullable String value(String path) {
            var value = values.get(path);
            return value == null ? null : DocumentJson.of(value);
        }
    }

    private record End(String id, long number, String time) {}

    private record Place(String id, String path, long number) {}

    private final JdbcTemplate transaction;
    private final String tenant;
    private final List<Beginning> beginnings = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();
    private final Map<Place, @Nullable String> changes = new LinkedHashMap<>();

    Resources(JdbcTemplate transaction, String tenant) {
        this.transaction = transaction;
        this.tenant = tenant;
    }

    void follow(LoggedEvent event, long number, Instant time) {
        var meaning = event.meaning();
        var id = Objects.requireNonNull(meaning.target().id());
        if (meaning.action() == Action.CREATE) {
            var type = Objects.requireNonNull(meaning.target().type());
            var values = new LinkedHashMap<String, @Nullable Object>();
            meaning.changes().forEach(change -> values.put(change.path(), change.newValue()));
            beginnings.add(new Beginning(id, type, number, time.toString(), values));
            return;
        }
        if (meaning.action() == Action.DELETE) {
            ends.add(new End(id, number, time.toString()));
        }
        for (var change : meaning.changes()) {
            changes.put(new Place(id, change.path(), number), json(change));
        }
    }

    private static @Nullable String json(AttributeChange change) {
        return change.newValue() == null ? null : DocumentJson.of(change.newValue());
    }

    void save() {
        if (!beginnings.isEmpty()) {
            transaction.update(
                    CREATE,
                    tenant,
                    texts(beginnings.stream().map(Beginning::id).toList()),
                    texts(beginnings.stream().map(Beginning::type).toList()),
                    beginnings.stream().map(Beginning::number).toArray(Long[]::new),
                    texts(beginnings.stream().map(Beginning::time).toList()),
                    firstValues("active"),
                    firstValues("displayName"),
                    firstValues("userName"),
                    texts(
                            beginnings.stream()
                                    .map(each -> DocumentJson.of(each.values()))
                                    .toList()));
        }
        if (!ends.isEmpty()) {
            transaction.update(
                    DELETE,
                    texts(ends.stream().map(End::id).toList()),
                    ends.stream().map(End::number).toArray(Long[]::new),
                    texts(ends.stream().map(End::time).toList()),
                    tenant);
        }
        if (!changes.isEmpty()) {
            var places = List.copyOf(changes.keySet());
            transaction.update(
                    CHANGE,
                    tenant,
                    texts(places.stream().map(Place::id).toList()),
                    texts(places.stream().map(Place::path).toList()),
                    places.stream().map(Place::number).toArray(Long[]::new),
                    changes.values().toArray(String[]::new));
        }
    }

    private String[] firstValues(String path) {
        return beginnings.stream().map(each -> each.value(path)).toArray(String[]::new);
    }

    private static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }
}
