package io.rollbook.verify.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as ECMAScript writes them (ECMA-262, Number::toString), which RFC 8785 §3.2.2.3 takes.
 */
final class EsNumber {

    /** Beyond it neighbouring integers are one and the same double. */
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private static final int LONGEST_PLAIN = 21;
    private static final int MOST_LEADING_ZEROS = 6;

    private EsNumber() {}

    static String text(Number number) {
        return switch (number) {
            case Long _, Integer _, Short _, Byte _ when isExact(number.longValue()) ->
                    Long.toString(number.longValue());
            case BigInteger _, BigDecimal _, Number _ -> text(number.doubleValue());
        };
    }

    private static boolean isExact(long number) {
        return -LARGEST_EXACT <= number && number <= LARGEST_EXACT;
    }

    static String text(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("There is no JSON for " + number);
        }
        if (number == 0) {
            return "0";
        }
        return number < 0 ? "-" + positive(-number) : positive(number);
    }

    private static String positive(double number) {
        var decimal = shortest(number);
        var digits = decimal.unscaledValue().toString();
        int length = digits.length();
        // The number is 0.digits times ten to the power of point.
        int point = length - decimal.scale();
        if (length <= point && point <= LONGEST_PLAIN) {
            return digits + "0".repeat(point - length);
        }
        if (0 < point && point <= LONGEST_PLAIN) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-MOST_LEADING_ZEROS < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        var exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        return length == 1
                ? digits + exponent
                : digits.charAt(0) + "." + digits.substring(1) + exponent;
    }

    /**
     * Java's digits are the fewest that name this double, except that it never writes fewer than
     * two: 4.9E-324 is 5e-324 in ECMAScript.
     */
    private static BigDecimal shortest(double number) {
        var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            var one = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
            if (one.doubleValue() == number) {
                return one.stripTrailingZeros();
            }
        }
        return decimal;
    }
}
