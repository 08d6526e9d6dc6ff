package io.rollbook.audit.history.query;

import io.rollbook.audit.history.Asked;
import io.rollbook.audit.history.moment.Moment;
import io.rollbook.audit.history.page.Place;
import io.rollbook.audit.query.QueryString;
import io.rollbook.audit.query.Refusals;
import io.rollbook.scim.error.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

/** Reads the parameters of a question, and keeps the last complaint about them. */
public final class HistoryParameters {

    private static final Moment BEGINNING = new Moment.Numbered(0);

    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    private final QueryString query;
    private final Instant now;
    private @Nullable String complaint;

    private HistoryParameters(QueryString query, Instant now) {
        this.query = query;
        this.now = now;
    }

    /** {@code at} or {@code number}; neither means now. */
    static Outcome<Asked> moment(String query, Instant now) {
        return QueryString.parse(query, Set.of("at", "number"))
                .flatMap(values -> new HistoryParameters(values, now).moment());
    }

    /** The same in pages. */
    static Outcome<Asked> pagesOfMoment(String query, Instant now) {
        return QueryString.parse(query, Set.of("at", "number", "count", "cursor"))
                .flatMap(values -> new HistoryParameters(values, now).moment());
    }

    /**
     * {@code from} or {@code fromNumber}, {@code to} or {@code toNumber}, in pages. Without an end
     * it is now, without a beginning all before is meant, where that is allowed.
     */
    static Outcome<Asked> window(String query, Instant now, boolean needsBeginning) {
        return QueryString.parse(
                        query, Set.of("from", "fromNumber", "to", "toNumber", "count", "cursor"))
                .flatMap(values -> new HistoryParameters(values, now).window(needsBeginning));
    }

    private Outcome<Asked> moment() {
        return asked(BEGINNING, moment("at", "number", new Moment.Now()));
    }

    private Outcome<Asked> window(boolean needsBeginning) {
        if (needsBeginning && query.value("from") == null && query.value("fromNumber") == null) {
            return Refusals.badRequest("from or fromNumber must say what to compare with.");
        }
        return asked(
                moment("from", "fromNumber", BEGINNING),
                moment("to", "toNumber", new Moment.Now()));
    }

    private Outcome<Asked> asked(Moment from, Moment to) {
        int count = count();
        var text = query.value("cursor");
        if (text == null) {
            return outcome(new Asked(from, to, Place.START, count));
        }
        return HistoryCursor.parse(text)
                .map(
                        cursor ->
                                outcome(
                                        new Asked(
                                                cursor.first(),
                                                cursor.second(),
                                                cursor.place(),
                                                count)))
                .orElseGet(
                        () ->
                                Refusals.badRequest(
                                        "cursor must be the next of a page that was answered."));
    }

    private Outcome<Asked> outcome(Asked asked) {
        return complaint == null ? Outcome.accepted(asked) : Refusals.badRequest(complaint);
    }

    private Moment moment(String instant, String number, Moment otherwise) {
        var time = query.value(instant);
        var count = query.value(number);
        if (time != null && count != null) {
            complaint = instant + " and " + number + " exclude each other.";
            return otherwise;
        }
        if (time != null) {
            var parsed = instant(instant, time, now);
            return switch (parsed) {
                case Outcome.Accepted<Instant>(var at) -> new Moment.At(at);
                case Outcome.Refused<Instant>(var error) -> {
                    complaint = error.detail();
                    yield otherwise;
                }
            };
        }
        if (count == null) {
            return otherwise;
        }
        if (!count.matches("[0-9]{1,18}")) {
            complaint = number + " must be the number of an event; 0 is before the first.";
            return otherwise;
        }
        return new Moment.Numbered(Long.parseLong(count));
    }

    /** A time with its offset that is not in the future: what will be, nobody can reproduce. */
    public static Outcome<Instant> instant(String name, String value, Instant now) {
        Instant instant;
        try {
            // A plus sign that was not encoded has become a space.
            instant = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeException malformed) {
            return Refusals.badRequest(
                    name
                            + " must be a time with its offset (RFC 3339), such as"
                            + " 2026-11-23T10:15:30Z or 2026-11-23T23:59:59.999999%2B01:00.");
        }
        if (instant.isAfter(now)) {
            return Refusals.badRequest(
                    "%s is in the future; it is %s here. Leave it out to ask for now."
                            .formatted(name, now));
        }
        return Outcome.accepted(instant);
    }

    private int count() {
        var value = query.value("count");
        if (value == null) {
            return USUAL;
        }
        if (value.matches("[0-9]{1,4}")) {
            int count = Integer.parseInt(value);
            if (count >= 1 && count <= MOST) {
                return count;
            }
        }
        complaint = "count must be a number from 1 to " + MOST + ".";
        return USUAL;
    }
}
