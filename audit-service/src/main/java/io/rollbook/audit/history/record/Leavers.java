package io.rollbook.audit.history.record;

import io.rollbook.audit.entry.LoggedEvent;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** When each part of the way of a user's disabling was done. */
final class Leavers {

    private static final String INSERT =
            """
            insert into history_leaver (tenant, number, user_id, received_at, stored_at,
                published_at, consumed_at)
            select ?, u.*, ?::timestamptz from unnest(?, ?, ?::timestamptz[], ?::timestamptz[],
                ?::timestamptz[]) as u
            """;

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Instant now;
    private final List<LoggedEvent> events = new ArrayList<>();

    Leavers(JdbcTemplate transaction, String tenant, Instant now) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.now = now;
    }

    void add(LoggedEvent event) {
        events.add(event);
    }

    void save() {
        if (events.isEmpty()) {
            return;
        }
        transaction.update(
                INSERT,
                tenant,
                now.toString(),
                events.stream().map(event -> event.envelope().sequence()).toArray(Long[]::new),
                texts(event -> event.meaning().target().id()),
                texts(event -> event.cause().receivedAt().toString()),
                texts(event -> event.envelope().time().toString()),
                texts(
                        event ->
                                event.publishedAt() == null
                                        ? null
                                        : event.publishedAt().toString()));
    }

    private String[] texts(Function<LoggedEvent, @Nullable String> part) {
        return events.stream().map(part).toArray(String[]::new);
    }
}
