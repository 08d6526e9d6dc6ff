package io.rollbook.provisioning.administration;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Which part of a list is wanted.
 *
 * @param after the key that it begins behind; empty for the beginning
 * @param count how many at most
 */
public record PageRequest(String after, int count) {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /**
     * A part of a list.
     *
     * @param next what to ask for as {@code cursor} for the next part; null at the end
     */
    public record Page<T>(List<T> items, @Nullable String next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /** {@code count} and {@code cursor} of the query. */
    public static Outcome<PageRequest> of(ScimRequest request) {
        var query = QueryParameters.parse(request.query());
        return count(query.get("count"))
                .flatMap(
                        count ->
                                after(query.get("cursor"))
                                        .map(after -> new PageRequest(after, count)));
    }

    /** How many to look for, so as to know whether there are more. */
    public int lookedFor() {
        return count + 1;
    }

    /**
     * @param found at most as many as were looked for
     * @param key that the list is ordered by
     */
    public <E, T> Page<T> of(List<E> found, Function<E, String> key, Function<E, T> view) {
        var shown = found.subList(0, Math.min(count, found.size()));
        var next = found.size() > count ? cursor(key.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome<Integer> count(@Nullable String text) {
        if (text == null) {
            return Outcome.accepted(USUAL);
        }
        boolean fine = text.matches("[0-9]{1,4}") && !text.matches("0+");
        return fine && Integer.parseInt(text) <= MOST
                ? Outcome.accepted(Integer.parseInt(text))
                : Outcome.refused(
                        ScimError.badRequest(ScimType.INVALID_COUNT, "count must be 1 to " + MOST));
    }

    private static Outcome<String> after(@Nullable String cursor) {
        if (cursor == null) {
            return Outcome.accepted("");
        }
        try {
            var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (key.indexOf('\0') < 0) {
                return Outcome.accepted(key);
            }
        } catch (IllegalArgumentException e) {
            // Not one of ours.
        }
        return Outcome.refused(
                ScimError.badRequest(
                        ScimType.INVALID_CURSOR, "cursor must be the next of a page before"));
    }
}
