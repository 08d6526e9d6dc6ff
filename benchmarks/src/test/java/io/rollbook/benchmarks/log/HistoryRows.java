package io.rollbook.benchmarks.log;

import io.rollbook.audit.document.DocumentJson;
import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.contract.EventType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The rows of the history that one tenant's changes make. */
final class HistoryRows {

    static final class Tables {
        final CopyTable version =
                new CopyTable(
                        "history_version",
                        "tenant, number, clock, resource_id, resource_type, version, joined,"
                                + " departed");
        final CopyTable resource =
                new CopyTable(
                        "history_resource",
                        "tenant, id, type, created_number, created_at, active, display_name,"
                                + " user_name, attributes, deleted_number, deleted_at");
        final CopyTable attribute =
                new CopyTable("history_attribute", "tenant, resource_id, path, number, value");
        final CopyTable membership =
                new CopyTable(
                        "history_membership",
                        "tenant, group_id, member_id, member_type, from_number, valid_from,"
                                + " to_number, valid_to");
        final CopyTable leaver =
                new CopyTable(
                        "history_leaver",
                        "tenant, number, user_id, received_at, stored_at, published_at,"
                                + " consumed_at");
    }

    private record Membership(String group, String member) {}

    private record At(long number, Instant time) {}

    private record Beginning(
            String type,
            At at,
            @Nullable String active,
            @Nullable String displayName,
            @Nullable String userName,
            String attributes) {}

    private final Tables tables;
    private final String tenant;
    private final Map<Membership, At> open = new HashMap<>();
    private final Map<String, long[]> totals = new HashMap<>();
    private final Map<String, Beginning> alive = new HashMap<>();

    HistoryRows(Tables tables, String tenant) {
        this.tables = tables;
        this.tenant = tenant;
    }

    void add(LoggedEvent event) {
        var meaning = event.meaning();
        var id = Objects.requireNonNull(meaning.target().id());
        var type = Objects.requireNonNull(meaning.target().type());
        var at = new At(event.envelope().sequence(), event.envelope().time());
        var total = members(event, id, at);
        tables.version.add(
                tenant, at.number(), at.time(), id, type, meaning.version(), total[0], total[1]);
        if (meaning.action() == Action.CREATE) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            meaning.changes().forEach(change -> values.put(change.path(), change.newValue()));
            alive.put(
                    id,
                    new Beginning(
                            type,
                            at,
                            json(values.get("active")),
                            json(values.get("displayName")),
                            json(values.get("userName")),
                            DocumentJson.of(values)));
            return;
        }
        if (meaning.action() == Action.DELETE) {
            save(id, Objects.requireNonNull(alive.remove(id)), at);
        }
        meaning.changes()
                .forEach(
                        change ->
                                tables.attribute.add(
                                        tenant,
                                        id,
                                        change.path(),
                                        at.number(),
                                        json(change.newValue())));
        if (event.envelope().type() == EventType.USER_DEACTIVATED_1) {
            tables.leaver.add(
                    tenant,
                    at.number(),
                    id,
                    event.cause().receivedAt(),
                    at.time(),
                    event.publishedAt(),
                    at.time().plusMillis(100));
        }
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : DocumentJson.of(value);
    }

    private long[] members(LoggedEvent event, String group, At at) {
        var total = totals.getOrDefault(group, new long[2]);
        for (var member : event.meaning().members()) {
            var key = new Membership(group, member.id());
            if (member.joined()) {
                open.put(key, at);
                total[0]++;
            } else {
                save(key, Objects.requireNonNull(open.remove(key)), at);
                total[1]++;
            }
            totals.put(group, total);
        }
        return total;
    }

    private void save(Membership key, At from, @Nullable At to) {
        tables.membership.add(
                tenant,
                key.group(),
                key.member(),
                "User",
                from.number(),
                from.time(),
                to == null ? null : to.number(),
                to == null ? null : to.time());
    }

    private void save(String id, Beginning beginning, @Nullable At end) {
        tables.resource.add(
                tenant,
                id,
                beginning.type(),
                beginning.at().number(),
                beginning.at().time(),
                beginning.active(),
                beginning.displayName(),
                beginning.userName(),
                beginning.attributes(),
                end == null ? null : end.number(),
                end == null ? null : end.time());
    }

    /** What goes on. */
    void end() {
        open.forEach((key, from) -> save(key, from, null));
        alive.forEach((id, beginning) -> save(id, beginning, null));
    }
}
