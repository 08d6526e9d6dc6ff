package io.rollbook.scim.value;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The form in which nearly every dateTime comes, {@code 2026-03-02T09:15:00.123Z}, read without a
 * formatter: that takes longer than all the rest of reading a filter.
 */
final class UtcText {
    private static final String PATTERN = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;

    private UtcText() {}

    /** Four digits of a year, any fraction of a second or none, and {@code Z}. */
    static boolean isOne(String text) {
        int end = text.length() - 1;
        int point = PATTERN.length();
        if (end < point || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < point; i++) {
            char expected = PATTERN.charAt(i);
            if (expected == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
                return false;
            }
        }
        return end == point || isFraction(text, point, end);
    }

    /**
     * @throws java.time.DateTimeException when there is no such day or time
     */
    static Instant parse(String text) {
        int fraction = text.length() - PATTERN.length() - 2;
        int nano = fraction <= 0 ? 0 : number(text, PATTERN.length() + 1, text.length() - 1);
        for (int i = Math.max(fraction, 0); i < NANO_DIGITS; i++) {
            nano *= 10;
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nano)
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean isFraction(String text, int point, int end) {
        int digits = end - point - 1;
        if (text.charAt(point) != '.' || digits < 1 || digits > NANO_DIGITS) {
            return false;
        }
        for (int i = point + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
