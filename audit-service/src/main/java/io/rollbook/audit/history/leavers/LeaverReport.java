package io.rollbook.audit.history.leavers;

import io.rollbook.audit.database.LogDatabase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Reads leavers of a period in the order of their disabling. */
final class LeaverReport {

    static final String PAGE =
            """
            select number, user_id, received_at, stored_at, published_at, consumed_at
            from history_leaver
            where tenant = ? and stored_at >= ? and stored_at < ? and (stored_at, number) > (?, ?)
            order by stored_at, number limit ?
            """;
    private static final String PERCENTILES =
            """
            with step as (
                select s.name, s.place,
                    floor(extract(epoch from s.done - received_at) * 1000)::bigint as millis
                from history_leaver cross join lateral (values
                    ('stored', 1, stored_at), ('published', 2, published_at),
                    ('consumed', 3, consumed_at)) as s (name, place, done)
                where tenant = ? and stored_at >= ? and stored_at < ?)
            select name, count(millis), percentile_disc(0.5) within group (order by millis),
                percentile_disc(0.95) within group (order by millis),
                percentile_disc(0.99) within group (order by millis), max(millis)
            from step group by name, place order by place
            """;

    private final LogDatabase database;

    LeaverReport(LogDatabase database) {
        this.database = database;
    }

    /**
     * @param from inclusive
     * @param to exclusive
     */
    record Period(Instant from, Instant to) {

        OffsetDateTime first() {
            return from.atOffset(ZoneOffset.UTC);
        }

        OffsetDateTime end() {
            return to.atOffset(ZoneOffset.UTC);
        }
    }

    /** Where a page goes on: after this leaver. */
    record After(Instant storedAt, long number) {

        static After start(Period period) {
            return new After(period.from(), 0);
        }
    }

    List<Leaver> page(String tenant, Period period, After after, int count) {
        return database.read(
                tenant,
                transaction ->
                        transaction.query(
                                PAGE,
                                LeaverReport::leaver,
                                tenant,
                                period.first(),
                                period.end(),
                                after.storedAt().atOffset(ZoneOffset.UTC),
                                after.number(),
                                count));
    }

    /** Of each part of the way; none when nobody left. */
    List<Percentiles> percentiles(String tenant, Period period) {
        return database.read(
                tenant,
                transaction ->
                        transaction.query(
                                PERCENTILES,
                                LeaverReport::percentiles,
                                tenant,
                                period.first(),
                                period.end()));
    }

    private static Leaver leaver(ResultSet row, int index) throws SQLException {
        var published = row.getObject("published_at", OffsetDateTime.class);
        return new Leaver(
                row.getLong("number"),
                row.getString("user_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                published == null ? null : published.toInstant(),
                row.getObject("consumed_at", OffsetDateTime.class).toInstant());
    }

    private static Percentiles percentiles(ResultSet row, int index) throws SQLException {
        return new Percentiles(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, Long.class),
                row.getObject(4, Long.class),
                row.getObject(5, Long.class),
                row.getObject(6, Long.class));
    }
}
