package io.rollbook.audit.synchronization.follow;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.TenantScope;
import io.rollbook.audit.notification.Outbox;

import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Makes the notices of what happens to jobs merely because time passes. The jobs themselves stay as
 * they are: the next event finds out the same, so what they become does not depend on when somebody
 * looked.
 */
public final class DueJobs implements Runnable {

    private static final int AT_ONCE = 100;

    private static final String NEXT =
            """
            select tenant, connection, due_at from synchronization_due where due_at < ?
            order by due_at limit ?
            """;
    private static final String JOB =
            "select state from synchronization_job where tenant = ? and connection = ?";
    private static final String DONE =
            "delete from synchronization_due where tenant = ? and connection = ? and due_at = ?";

    private record Due(String tenant, String connection, Instant at) {}

    private final LogDatabase database;
    private final Duration usualGap;
    private final InstantSource clock;
    private final BooleanSupplier caughtUp;

    /**
     * @param caughtUp whether all that has happened is known here; before, silence says nothing
     */
    public DueJobs(
            LogDatabase database,
            Duration usualGap,
            InstantSource clock,
            BooleanSupplier caughtUp) {
        this.database = database;
        this.usualGap = usualGap;
        this.clock = clock;
        this.caughtUp = caughtUp;
    }

    @Override
    public void run() {
        if (!caughtUp.getAsBoolean()) {
            return;
        }
        var now = clock.instant();
        List<Due> next;
        do {
            next = next(now);
            next.forEach(due -> tell(due, now));
        } while (next.size() == AT_ONCE);
    }

    private List<Due> next(Instant now) {
        return database.write(
                transaction ->
                        transaction.query(
                                NEXT,
                                (row, number) ->
                                        new Due(
                                                row.getString("tenant"),
                                                row.getString("connection"),
                                                row.getTimestamp("due_at").toInstant()),
                                CycleRows.time(now),
                                AT_ONCE));
    }

    private void tell(Due due, Instant now) {
        database.write(
                transaction -> {
                    TenantScope.enter(transaction, due.tenant());
                    tell(transaction, due, now);
                    return transaction.update(
                            DONE, due.tenant(), due.connection(), CycleRows.time(due.at()));
                });
    }

    private void tell(JdbcTemplate transaction, Due due, Instant now) {
        var outbox = new Outbox(due.tenant());
        transaction
                .query(
                        JOB,
                        (row, number) -> StoredJob.read(row.getString("state")),
                        due.tenant(),
                        due.connection())
                .forEach(
                        job ->
                                outbox.add(
                                        due.connection(),
                                        job.settings(),
                                        job.settled(now, usualGap).occasions()));
        outbox.save(transaction, now);
    }
}
