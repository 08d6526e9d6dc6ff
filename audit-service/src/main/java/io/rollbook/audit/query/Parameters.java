package io.rollbook.audit.query;

import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.Status;
import io.rollbook.audit.read.EntryFilter;
import io.rollbook.audit.read.PageRequest;
import io.rollbook.scim.error.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads the parameters of {@code GET /entries}, and keeps the last complaint about them. */
public final class Parameters {

    static final int MOST = 1_000;
    static final int USUAL = 100;

    private static final Set<String> NAMES =
            Set.of("status", "action", "targetType", "targetId", "from", "to", "count", "cursor");
    private static final List<String> TARGET_TYPES =
            List.of("User", "Group", "Connection", "Tenant");

    private final QueryString query;
    private @Nullable String complaint;

    private Parameters(QueryString query) {
        this.query = query;
    }

    public static Outcome<PageRequest> parse(String query) {
        return QueryString.parse(query, NAMES).flatMap(values -> new Parameters(values).page());
    }

    /** The count of a page of something else than entries. */
    static Outcome<Integer> count(QueryString query) {
        var parameters = new Parameters(query);
        return parameters.outcome(parameters.count());
    }

    private Outcome<PageRequest> page() {
        var filter =
                new EntryFilter(
                        oneOf("status", List.of(Status.values()), Status::label),
                        oneOf("action", List.of(Action.values()), Action::label),
                        oneOf("targetType", TARGET_TYPES, Function.identity()),
                        query.value("targetId"),
                        instant("from"),
                        instant("to"));
        return outcome(new PageRequest(filter, count(), query.value("cursor")));
    }

    private <T> Outcome<T> outcome(T value) {
        return complaint == null ? Outcome.accepted(value) : Refusals.badRequest(complaint);
    }

    private <T> @Nullable T oneOf(String name, List<T> allowed, Function<T, String> label) {
        var value = query.value(name);
        if (value == null) {
            return null;
        }
        for (var candidate : allowed) {
            if (label.apply(candidate).equals(value)) {
                return candidate;
            }
        }
        complaint =
                "%s must be one of %s."
                        .formatted(name, String.join(", ", allowed.stream().map(label).toList()));
        return null;
    }

    private @Nullable Instant instant(String name) {
        var value = query.value(name);
        if (value == null) {
            return null;
        }
        try {
            // A plus sign that was not encoded has become a space.
            return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeException malformed) {
            complaint =
                    name
                            + " must be a time with its offset (RFC 3339),"
                            + " such as 2026-11-23T10:15:30Z.";
            return null;
        }
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
