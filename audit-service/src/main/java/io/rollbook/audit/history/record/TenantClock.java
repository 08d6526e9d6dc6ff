package io.rollbook.audit.history.record;

import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The time of a tenant's directory, which never goes back: the machines that stored two events may
 * disagree about the time, the numbers do not. So an instant has one last event, for ever.
 */
final class TenantClock {

    private static final String LAST =
            "select number, clock from history_version where tenant = ?"
                    + " order by clock desc, number desc limit 1";

    private final long number;
    private Instant last;

    private TenantClock(long number, Instant last) {
        this.number = number;
        this.last = last;
    }

    static TenantClock read(JdbcTemplate transaction, String tenant) {
        return transaction
                .query(
                        LAST,
                        (row, index) ->
                                new TenantClock(
                                        row.getLong("number"),
                                        row.getObject("clock", OffsetDateTime.class).toInstant()),
                        tenant)
                .stream()
                .findFirst()
                .orElseGet(() -> new TenantClock(0, Instant.EPOCH));
    }

    /** The number of the last event that history had; 0 for none. */
    long number() {
        return number;
    }

    /** The time of the next event; to the microsecond, as the tables have it. */
    Instant next(Instant stored) {
        var time = stored.truncatedTo(ChronoUnit.MICROS);
        if (time.isAfter(last)) {
            last = time;
        }
        return last;
    }
}
