package io.rollbook.scim.filter;

/**
 * How much filter is accepted.
 *
 * @param length characters
 * @param depth parentheses and brackets that are open at once
 */
public record FilterLimits(int length, int depth) {

    public static final FilterLimits STANDARD = new FilterLimits(8_192, 32);
}
