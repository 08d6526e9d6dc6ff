package io.rollbook.audit.integrity.retention;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How long a tenant's entries are kept.
 *
 * @param days at least so many; null for ever
 * @param daysBefore what is in effect until {@code effectiveAt}
 */
public record Rule(@Nullable Integer days, @Nullable Integer daysBefore, Instant effectiveAt) {

    /** What is in effect; null for ever. */
    public @Nullable Integer daysAt(Instant now) {
        return now.isBefore(effectiveAt) ? daysBefore : days;
    }

    /**
     * Before when entries may go: the beginning of a month in UTC, so that every entry before it is
     * older than it has to be and no month goes in part. Empty when all are kept.
     */
    public Optional<Instant> boundary(Instant now) {
        var keeps = daysAt(now);
        return keeps == null
                ? Optional.empty()
                : Optional.of(beginningOfMonth(now.minus(Duration.ofDays(keeps))));
    }

    private static Instant beginningOfMonth(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .with(LocalTime.MIDNIGHT)
                .toInstant();
    }

    /** The first instant of the month after the one of an instant. */
    public static Instant nextMonth(Instant instant) {
        return beginningOfMonth(instant).atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
    }
}
