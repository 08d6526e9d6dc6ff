package io.rollbook.audit.notification;

import io.rollbook.audit.synchronization.job.Occasion;
import io.rollbook.audit.synchronization.job.Settings;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be sent for one tenant, stored with its reason: no restart loses it. */
public final class Outbox {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String NOTICE =
            """
            insert into notice (tenant, connection, occasion, occurred_at, made_at, document)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String DELIVERY =
            """
            insert into notice_delivery (tenant, connection, occasion, channel, target, state,
                due_at, attempts)
            values (?, ?, ?, ?, ?, 'waiting', ?, 0) on conflict do nothing
            """;
    private static final String DUE =
            """
            insert into notice_due as d (tenant, due_at) values (?, ?)
            on conflict (tenant) do update set due_at = least(d.due_at, excluded.due_at)
            """;

    private record Told(String connection, Settings settings, Occasion occasion) {}

    private final String tenant;
    private final List<Told> told = new ArrayList<>();

    public Outbox(String tenant) {
        this.tenant = tenant;
    }

    /** Nothing is kept of what nobody wants to be told. */
    public void add(String connection, Settings settings, List<Occasion> occasions) {
        if (settings.tellsNobody()) {
            return;
        }
        occasions.forEach(occasion -> told.add(new Told(connection, settings, occasion)));
    }

    /** Stores what was not there before; an occasion that is known is told to nobody again. */
    public void save(JdbcTemplate transaction, Instant now) {
        if (told.isEmpty()) {
            return;
        }
        var names = names(transaction);
        var at = time(now);
        for (var one : told) {
            if (save(transaction, one, names.get(one.connection()), at)) {
                transaction.update(DUE, tenant, time(one.occasion().at()));
            }
        }
    }

    private boolean save(
            JdbcTemplate transaction, Told one, @Nullable String name, OffsetDateTime now) {
        var occasion = one.occasion();
        var notice = NoticeText.of(tenant, one.connection(), name, occasion);
        var added =
                transaction.update(
                        NOTICE,
                        tenant,
                        one.connection(),
                        occasion.key(),
                        time(occasion.at()),
                        now,
                        JSON.writeValueAsString(notice));
        if (added == 0) {
            return false;
        }
        for (var email : one.settings().emails()) {
            deliver(transaction, one, "mail", email);
        }
        if (one.settings().webhook() != null) {
            deliver(transaction, one, "webhook", one.settings().webhook());
        }
        return true;
    }

    private void deliver(JdbcTemplate transaction, Told one, String channel, String target) {
        var occasion = one.occasion();
        transaction.update(
                DELIVERY,
                tenant,
                one.connection(),
                occasion.key(),
                channel,
                target,
                time(occasion.at()));
    }

    private Map<String, String> names(JdbcTemplate transaction) {
        var names = new HashMap<String, String>();
        transaction.query(
                "select id, name from subject where tenant = ? and id = any(?) and name is not"
                        + " null",
                row -> {
                    names.put(row.getString("id"), row.getString("name"));
                },
                tenant,
                told.stream().map(Told::connection).distinct().toArray(String[]::new));
        return names;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
