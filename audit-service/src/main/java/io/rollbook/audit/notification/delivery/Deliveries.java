package io.rollbook.audit.notification.delivery;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.TenantScope;
import io.rollbook.audit.notification.Notice;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What waits to be sent. Several instances may take from it at once: each takes others. */
final class Deliveries {

    /** As long nobody else tries what somebody has taken; longer than any attempt takes. */
    private static final Duration TAKEN = Duration.ofMinutes(2);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String WAITING =
            "select tenant from notice_due where due_at <= ? order by due_at limit ?";
    private static final String TAKE =
            """
            with next as (
                select connection, occasion, channel, target from notice_delivery
                where tenant = ? and state = 'waiting' and due_at <= ?
                order by due_at limit 1 for update skip locked)
            update notice_delivery d set due_at = ?, attempts = d.attempts + 1
            from next, notice n
            where d.tenant = ? and d.connection = next.connection
                and d.occasion = next.occasion and d.channel = next.channel
                and d.target = next.target and n.tenant = d.tenant
                and n.connection = d.connection and n.occasion = d.occasion
            returning d.*, n.document
            """;
    private static final String SET =
            """
            update notice_delivery set state = ?, due_at = ?, ended_at = ?, problem = ?
            where tenant = ? and connection = ? and occasion = ? and channel = ? and target = ?
            """;
    private static final String FORGET = "delete from notice_due where tenant = ?";
    private static final String REMEMBER =
            """
            insert into notice_due (tenant, due_at)
            select ?, min(due_at) from notice_delivery
            where tenant = ? and state = 'waiting' having count(*) > 0
            """;

    /** One that was taken. */
    record Taken(
            String tenant,
            String connection,
            String occasion,
            String channel,
            String target,
            int attempts,
            String document) {

        Notice notice() {
            return JSON.readValue(document, Notice.class);
        }
    }

    private final LogDatabase database;

    Deliveries(LogDatabase database) {
        this.database = database;
    }

    /** Tenants that have something due. */
    List<String> waiting(Instant now, int most) {
        return database.write(
                transaction ->
                        transaction.query(
                                WAITING, (row, number) -> row.getString(1), time(now), most));
    }

    /** The next that is due; empty when nothing is. */
    Optional<Taken> take(String tenant, Instant now) {
        return database.write(
                transaction -> {
                    TenantScope.enter(transaction, tenant);
                    return transaction
                            .query(
                                    TAKE,
                                    (row, number) ->
                                            new Taken(
                                                    tenant,
                                                    row.getString("connection"),
                                                    row.getString("occasion"),
                                                    row.getString("channel"),
                                                    row.getString("target"),
                                                    row.getInt("attempts"),
                                                    row.getString("document")),
                                    tenant,
                                    time(now),
                                    time(now.plus(TAKEN)),
                                    tenant)
                            .stream()
                            .findFirst();
                });
    }

    void delivered(Taken taken, Instant now) {
        set(taken, "delivered", now, now, null);
    }

    void givenUp(Taken taken, Instant now, String problem) {
        set(taken, "given up", now, now, problem);
    }

    void again(Taken taken, Instant dueAt, String problem) {
        set(taken, "waiting", dueAt, null, problem);
    }

    private void set(
            Taken taken,
            String state,
            Instant dueAt,
            @Nullable Instant endedAt,
            @Nullable String problem) {
        database.write(
                transaction -> {
                    TenantScope.enter(transaction, taken.tenant());
                    return transaction.update(
                            SET,
                            state,
                            time(dueAt),
                            endedAt == null ? null : time(endedAt),
                            problem,
                            taken.tenant(),
                            taken.connection(),
                            taken.occasion(),
                            taken.channel(),
                            taken.target());
                });
    }

    /** Says when something of the tenant is due next, whatever was added meanwhile. */
    void settle(String tenant) {
        database.write(
                transaction -> {
                    TenantScope.enter(transaction, tenant);
                    return settle(transaction, tenant);
                });
    }

    private static int settle(JdbcTemplate transaction, String tenant) {
        transaction.update(FORGET, tenant);
        return transaction.update(REMEMBER, tenant, tenant);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
