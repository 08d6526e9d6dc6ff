package io.rollbook.scim.filter;

import io.rollbook.scim.seam.RequestSizes;

/**
 * How much filter is accepted.
 *
 * @param length characters
 * @param depth parentheses and brackets that are open at once
 */
public record FilterLimits(int length, int depth) {

    public static final FilterLimits STANDARD = new FilterLimits(8_192, 32);

    /** These, as far as nothing smaller was set for who asks. */
    public FilterLimits within(RequestSizes sizes) {
        return new FilterLimits(length, RequestSizes.within(sizes.filterDepth(), depth));
    }
}
