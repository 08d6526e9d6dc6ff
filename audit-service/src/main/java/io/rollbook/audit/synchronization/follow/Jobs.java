package io.rollbook.audit.synchronization.follow;

import io.rollbook.audit.entry.ErrorCode;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.notification.Noticed;
import io.rollbook.audit.notification.Outbox;
import io.rollbook.audit.synchronization.job.Cycle;
import io.rollbook.audit.synchronization.job.Job;
import io.rollbook.audit.synchronization.job.Settings;
import io.rollbook.audit.synchronization.job.Write;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.PublishedEvent;
import io.rollbook.contract.attempt.RequestsRefused;
import io.rollbook.contract.tenant.ConnectionConfigured;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.ConnectionNotifications;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.tenant.TokenRevoked;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The jobs of one tenant that a batch of events touches. */
public final class Jobs {

    /** The role of tokens for provisioning. */
    private static final String PROVISIONING = "scim";

    private static final String READ =
            """
            select j.* from unnest(?) as wanted (connection) cross join lateral
                (select connection, state from synchronization_job
                 where tenant = ? and connection = wanted.connection offset 0) as j
            """;
    private static final String SAVE =
            """
            insert into synchronization_job (tenant, connection, state) values (?, ?, ?)
            on conflict (tenant, connection) do update set state = excluded.state
            """;

    private static final String DUE =
            """
            insert into synchronization_due (tenant, connection, due_at) values (?, ?, ?)
            on conflict (tenant, connection) do update set due_at = excluded.due_at
            """;
    private static final String NOT_DUE =
            "delete from synchronization_due where tenant = ? and connection = ?";

    private final JdbcTemplate transaction;
    private final String tenant;
    private final Duration usualGap;
    private final Map<String, Job> jobs;
    private final Map<String, Job> before;
    private final Tokens tokens;
    private final Noticed noticed;
    private final Outbox outbox;
    private final CycleRows cycles;
    private final Set<String> changed = new LinkedHashSet<>();
    private boolean telling;

    private Jobs(
            JdbcTemplate transaction,
            String tenant,
            Duration usualGap,
            Map<String, Job> jobs,
            Tokens tokens,
            Noticed noticed) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.usualGap = usualGap;
        this.jobs = jobs;
        this.before = Map.copyOf(jobs);
        this.tokens = tokens;
        this.noticed = noticed;
        this.outbox = new Outbox(tenant);
        this.cycles = new CycleRows(transaction, tenant);
    }

    /**
     * The jobs as they were before the events.
     *
     * @param usualGap what ends a cycle where nobody configured it
     */
    public static Jobs before(
            JdbcTemplate transaction, String tenant, Duration usualGap, List<LoggedEvent> events) {
        var connections =
                events.stream()
                        .map(Jobs::connectionOf)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toArray(String[]::new);
        var jobs = new HashMap<String, Job>();
        transaction.query(
                READ,
                row -> {
                    jobs.put(row.getString("connection"), StoredJob.read(row.getString("state")));
                },
                connections,
                tenant);
        return new Jobs(
                transaction,
                tenant,
                usualGap,
                jobs,
                Tokens.before(transaction, tenant, events),
                Noticed.read(transaction, tenant));
    }

    /** Whose job an event is about. */
    private static @Nullable String connectionOf(LoggedEvent event) {
        var about = aboutConnection(event.event());
        if (about != null) {
            return about;
        }
        var actor = event.cause().actor();
        return actor.kind() == ActorKind.CONNECTION ? actor.id() : null;
    }

    private static @Nullable String aboutConnection(PublishedEvent event) {
        if (event instanceof ConnectionCreated created) {
            return created.connectionId();
        }
        if (event instanceof ConnectionConfigured configured) {
            return configured.connectionId();
        }
        if (event instanceof TokenIssued issued) {
            return issued.connectionId();
        }
        return event instanceof TokenRevoked revoked ? revoked.connectionId() : null;
    }

    /** Takes what an event says of a connection itself; to be called with every event, in order. */
    public void follow(LoggedEvent event) {
        var envelope = event.envelope();
        var at = micros(envelope.time());
        telling = noticed.isNew(envelope.type().topic(), envelope.sequence());
        if (event.event() instanceof ConnectionCreated created) {
            put(created.connectionId(), of(created.connectionId()));
        }
        if (event.event() instanceof ConnectionConfigured configured) {
            var id = configured.connectionId();
            take(id, of(id).configured(settings(configured.notifications()), at, usualGap));
        }
        if (event.event() instanceof TokenIssued issued && issued.roles().contains(PROVISIONING)) {
            var until = tokens.issued(issued.connectionId(), issued.tokenId(), issued.expiresAt());
            take(
                    issued.connectionId(),
                    of(issued.connectionId()).credentialsUntil(until, at, usualGap));
        }
        if (event.event() instanceof TokenRevoked revoked) {
            var until = tokens.revoked(revoked.connectionId(), revoked.tokenId(), at);
            if (until != null) {
                take(
                        revoked.connectionId(),
                        of(revoked.connectionId()).credentialsUntil(until, at, usualGap));
            }
        }
    }

    private static Settings settings(ConnectionNotifications told) {
        var minutes = told.cycleGapMinutes();
        return new Settings(
                told.emails(),
                told.webhook(),
                told.massDeletionThreshold(),
                minutes == null ? null : Duration.ofMinutes(minutes));
    }

    /**
     * Counts a write request, named by the first of its events.
     *
     * @return the cycle that it belongs to; null when no connection sent it, or it would have
     *     changed nothing anyway
     */
    public @Nullable String count(LoggedEvent first) {
        var actor = first.cause().actor();
        if (actor.kind() != ActorKind.CONNECTION) {
            return null;
        }
        var connection = actor.id();
        var write = write(first);
        if (write.times() == 0) {
            return null;
        }
        var job = of(connection);
        var cycle =
                job.isLate(write.at(), usualGap)
                        ? late(connection, job, write)
                        : next(connection, job, write);
        cycles.add(connection, cycle, write);
        return cycle.id();
    }

    private Cycle next(String connection, Job job, Write write) {
        var step = job.after(write, idOfCycleWith(write), tokens.know(write.token()), usualGap);
        take(connection, step);
        return Objects.requireNonNull(step.job().latest());
    }

    private Cycle late(String connection, Job job, Write write) {
        put(connection, job.afterLate(write));
        return cycles.at(connection, write.at(), job.gap(usualGap))
                .map(cycle -> cycle.with(write))
                .orElseGet(() -> Cycle.of(write, idOfCycleWith(write), false));
    }

    private static Write write(LoggedEvent first) {
        var meaning = first.meaning();
        var refusal = meaning.refusal();
        return new Write(
                first.envelope().id(),
                first.envelope().position(),
                micros(first.cause().receivedAt()),
                meaning.action(),
                Objects.requireNonNullElse(meaning.target().type(), ""),
                meaning.status(),
                refusal == null ? null : ErrorCode.of(refusal, meaning.target()),
                first.cause().actor().tokenId(),
                !meaning.members().isEmpty(),
                times(first.event()));
    }

    /** Requests beyond a limit are counted at the gateway, reads among them. */
    private static long times(PublishedEvent event) {
        return event instanceof RequestsRefused refused ? refused.writes() : 1;
    }

    /** As the entries' columns hold it. */
    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Named by its first request, so that a log that is built again has the same cycles. */
    private String idOfCycleWith(Write first) {
        var name = "cycle/" + tenant + "/" + first.position();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Job of(String connection) {
        return jobs.getOrDefault(connection, Job.NEW);
    }

    private void take(String connection, Job.Step step) {
        put(connection, step.job());
        if (telling) {
            outbox.add(connection, step.job().settings(), step.occasions());
        }
    }

    private void put(String connection, Job job) {
        jobs.put(connection, job);
        changed.add(connection);
    }

    /** Writes what has changed, and what is to be told of it. */
    public void save(Instant now) {
        cycles.save();
        noticed.save(transaction);
        outbox.save(transaction, now);
        if (changed.isEmpty()) {
            return;
        }
        transaction.batchUpdate(
                SAVE,
                changed.stream()
                        .map(id -> new Object[] {tenant, id, StoredJob.text(of(id))})
                        .toList());
        changed.forEach(this::saveDue);
    }

    private void saveDue(String connection) {
        var was = before.getOrDefault(connection, Job.NEW).nextTelling(usualGap);
        var due = of(connection).nextTelling(usualGap);
        if (due.equals(was)) {
            return;
        }
        if (due.isEmpty()) {
            transaction.update(NOT_DUE, tenant, connection);
        } else {
            transaction.update(DUE, tenant, connection, CycleRows.time(due.get()));
        }
    }
}
