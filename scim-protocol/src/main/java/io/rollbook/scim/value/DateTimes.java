package io.rollbook.scim.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Date and time as SCIM writes them (RFC 7643 §2.3.5, xsd:dateTime). */
public final class DateTimes {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_DATE_TIME;
    private static final int SHORTEST = "2026-03-02T09:15:00".length();

    private DateTimes() {}

    /** UTC with milliseconds: the one form that this service emits. */
    public static String format(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /** Any offset is accepted; none means UTC. Date and time down to the second are required. */
    public static Optional<Instant> parse(String text) {
        if (text.length() < SHORTEST || text.indexOf('[') >= 0) {
            return Optional.empty();
        }
        try {
            if (UtcText.isOne(text)) {
                return Optional.of(UtcText.parse(text));
            }
            TemporalAccessor parsed =
                    ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime withOffset
                            ? withOffset.toInstant()
                            : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
