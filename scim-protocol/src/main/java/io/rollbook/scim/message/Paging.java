package io.rollbook.scim.message;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for (RFC 7644 §3.4.2.4).
 *
 * @param startIndex from 1
 * @param count at most so many; 0 asks for the total alone
 */
public record Paging(int startIndex, int count) {

    /**
     * A start below 1 means 1, a negative count 0; a count over the maximum is lowered to it
     * without a word.
     *
     * @param defaultCount when the request names none
     */
    public static Outcome<Paging> parse(
            @Nullable String startIndex, @Nullable String count, int defaultCount, int maxCount) {
        return number("startIndex", startIndex, 1)
                .flatMap(
                        start ->
                                number("count", count, defaultCount)
                                        .map(size -> of(start, size, maxCount)));
    }

    public static Paging of(int startIndex, int count, int maxCount) {
        return new Paging(Math.max(startIndex, 1), Math.clamp(count, 0, maxCount));
    }

    /** How many come before the first. */
    public int offset() {
        return startIndex - 1;
    }

    private static Outcome<Integer> number(String name, @Nullable String text, int otherwise) {
        if (text == null || text.isEmpty()) {
            return Outcome.accepted(otherwise);
        }
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE, "'" + name + "' is not an integer."));
        }
        // Numbers beyond int only ever mean "very many".
        int most = negative ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        return Outcome.accepted(digits.length() > 9 ? most : Integer.parseInt(text));
    }
}
