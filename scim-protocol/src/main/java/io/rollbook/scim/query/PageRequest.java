package io.rollbook.scim.query;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.message.Paging;

import java.util.OptionalInt;

/** Which page of the results is asked for; by index unless the request names a cursor. */
public sealed interface PageRequest {

    /** RFC 7644 §3.4.2.4. */
    record ByIndex(Paging paging) implements PageRequest {}

    /** The first of the pages that are followed by cursors (RFC 9865 §2). */
    record First(int count) implements PageRequest {}

    /**
     * The page behind a cursor.
     *
     * @param count empty when the cursor alone knows
     */
    record Next(String cursor, OptionalInt count) implements PageRequest {}

    /**
     * With a cursor, a count that is no integer or above the maximum is refused with {@code
     * invalidCount}, as its pages must be as large as was agreed; a negative one is 0. By index, it
     * is {@link Paging} that decides.
     *
     * @param defaultCount when the request names none
     */
    static Outcome<PageRequest> parse(SearchRequest request, int defaultCount, int maxCount) {
        String cursor = request.cursor();
        String startIndex = request.startIndex();
        if (cursor == null) {
            return Paging.parse(startIndex, request.count(), defaultCount, maxCount)
                    .map(ByIndex::new);
        }
        if (startIndex != null && !startIndex.isEmpty()) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE,
                            "'startIndex' and 'cursor' cannot be used together."));
        }
        String count = request.count();
        if (count == null || count.isEmpty()) {
            return Outcome.accepted(
                    cursor.isEmpty()
                            ? new First(defaultCount)
                            : new Next(cursor, OptionalInt.empty()));
        }
        return switch (Paging.parse(null, count, defaultCount, Integer.MAX_VALUE)) {
            case Outcome.Refused<Paging> _ -> invalidCount(maxCount);
            case Outcome.Accepted<Paging>(var paging) when paging.count() > maxCount ->
                    invalidCount(maxCount);
            case Outcome.Accepted<Paging>(var paging) ->
                    Outcome.accepted(
                            cursor.isEmpty()
                                    ? new First(paging.count())
                                    : new Next(cursor, OptionalInt.of(paging.count())));
        };
    }

    private static Outcome<PageRequest> invalidCount(int maxCount) {
        return Outcome.refused(
                ScimError.badRequest(
                        ScimType.INVALID_COUNT,
                        "'count' must be an integer from 0 to " + maxCount + "."));
    }
}
