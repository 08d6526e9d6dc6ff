package io.rollbook.audit.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Numbers as ECMAScript writes them (RFC 8785 §3.2.2.3). */
final class EcmaNumber {

    private static final long SAFE = (1L << 53) - 1;
    private static final int PLAIN_DIGITS = 21;
    private static final int PLAIN_ZEROS = -6;

    private EcmaNumber() {}

    /**
     * Whether a double holds the number as it is; another one would lose digits where a reader
     * takes JSON's numbers for doubles.
     */
    static boolean isExact(Number number) {
        return switch (number) {
            case Byte _, Short _, Integer _ -> true;
            case Long l -> Math.abs(l) <= SAFE;
            case BigInteger big -> isExact(new BigDecimal(big));
            case Float f -> Float.isFinite(f);
            case Double d -> Double.isFinite(d);
            default -> isExact(new BigDecimal(number.toString()));
        };
    }

    private static boolean isExact(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isFinite(nearest)
                && new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
    }

    /** The form of a number that {@link #isExact}. */
    static String text(Number number) {
        return number instanceof Integer || number instanceof Long
                ? number.toString()
                : text(Double.parseDouble(number.toString()));
    }

    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        var shortest = shortest(Math.abs(value));
        var digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + placed(digits, point);
    }

    /** Java always writes two digits; where one is enough, ECMAScript writes one. */
    private static BigDecimal shortest(double value) {
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            var oneDigit = decimal.round(new MathContext(1)).stripTrailingZeros();
            if (oneDigit.doubleValue() == value) {
                return oneDigit;
            }
        }
        return decimal;
    }

    /**
     * @param point how many digits stand before the decimal point
     */
    private static String placed(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= PLAIN_DIGITS) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= PLAIN_DIGITS) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (PLAIN_ZEROS < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        var fraction = count == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
