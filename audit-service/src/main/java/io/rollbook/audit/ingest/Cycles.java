package io.rollbook.audit.ingest;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.contract.ActorKind;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The cycles of the connections of a batch. An identity provider does not say when a cycle begins:
 * a connection's requests without a longer pause between them are taken for one.
 */
final class Cycles {

    private record Cycle(String connection, String id, Instant beganAt, Instant lastAt) {}

    private final String tenant;
    private final Duration pause;
    private final Map<String, Cycle> latest;
    private final Map<String, Cycle> changed = new LinkedHashMap<>();

    private Cycles(String tenant, Duration pause, Map<String, Cycle> latest) {
        this.tenant = tenant;
        this.pause = pause;
        this.latest = latest;
    }

    static Cycles before(
            JdbcTemplate transaction, String tenant, Duration pause, List<LoggedEvent> events) {
        var connections =
                events.stream()
                        .map(event -> event.cause().actor())
                        .filter(actor -> actor.kind() == ActorKind.CONNECTION)
                        .map(actor -> actor.id())
                        .distinct()
                        .toArray(String[]::new);
        var latest = new HashMap<String, Cycle>();
        transaction.query(
                """
                select c.* from unnest(?) as wanted (connection)
                cross join lateral (
                    select * from cycle
                    where tenant = ? and connection = wanted.connection
                    order by last_at desc limit 1) c
                """,
                row -> {
                    latest.put(
                            row.getString("connection"),
                            new Cycle(
                                    row.getString("connection"),
                                    row.getString("id"),
                                    row.getTimestamp("began_at").toInstant(),
                                    row.getTimestamp("last_at").toInstant()));
                },
                connections,
                tenant);
        return new Cycles(tenant, pause, latest);
    }

    /** The cycle of a request; null when no connection sent it. */
    @Nullable String of(LoggedEvent event) {
        var actor = event.cause().actor();
        if (actor.kind() != ActorKind.CONNECTION) {
            return null;
        }
        var at = EntryRows.micros(event.cause().receivedAt());
        var current = latest.get(actor.id());
        Cycle cycle;
        if (current == null || at.isAfter(current.lastAt().plus(pause))) {
            cycle = new Cycle(actor.id(), idOfCycleWith(event), at, at);
        } else {
            var last = at.isAfter(current.lastAt()) ? at : current.lastAt();
            cycle = new Cycle(current.connection(), current.id(), current.beganAt(), last);
        }
        latest.put(actor.id(), cycle);
        changed.put(cycle.id(), cycle);
        return cycle.id();
    }

    /** Named by its first request, so that a log that is built again has the same cycles. */
    private String idOfCycleWith(LoggedEvent first) {
        var name = "cycle/" + tenant + "/" + first.envelope().position();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    void save(JdbcTemplate transaction) {
        Batch.insert(
                transaction,
                """
                insert into cycle (tenant, connection, id, began_at, last_at)
                values (?, ?, ?, ?, ?)
                on conflict (tenant, id) do update set last_at = excluded.last_at
                """,
                changed.values().stream()
                        .map(
                                cycle ->
                                        new @Nullable Object[] {
                                            tenant,
                                            cycle.connection(),
                                            cycle.id(),
                                            EntryRows.time(cycle.beganAt()),
                                            EntryRows.time(cycle.lastAt())
                                        })
                        .toList());
    }
}
