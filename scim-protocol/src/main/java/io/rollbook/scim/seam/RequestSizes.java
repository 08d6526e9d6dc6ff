package io.rollbook.scim.seam;

import org.jspecify.annotations.Nullable;

/**
 * How large one request may be, as far as an administrator set it for the connection that calls or
 * for its tenant; null where nobody did. It can only be less than what the installation allows.
 *
 * @param bodyBytes of a body
 * @param patchOperations in one PATCH
 * @param bulkOperations in one bulk request
 * @param members that a request about a group may name
 * @param pageSize resources in one page of a list
 * @param filterDepth parentheses and brackets of a filter that are open at once
 */
public record RequestSizes(
        @Nullable Integer bodyBytes,
        @Nullable Integer patchOperations,
        @Nullable Integer bulkOperations,
        @Nullable Integer members,
        @Nullable Integer pageSize,
        @Nullable Integer filterDepth) {

    /** Nothing was set. */
    public static final RequestSizes ANY = new RequestSizes(null, null, null, null, null, null);

    /** The smaller of each. */
    public RequestSizes and(RequestSizes other) {
        return new RequestSizes(
                smaller(bodyBytes, other.bodyBytes),
                smaller(patchOperations, other.patchOperations),
                smaller(bulkOperations, other.bulkOperations),
                smaller(members, other.members),
                smaller(pageSize, other.pageSize),
                smaller(filterDepth, other.filterDepth));
    }

    /** What is set, but never more than the installation's. */
    public static int within(@Nullable Integer set, int installation) {
        return set == null ? installation : Math.min(set, installation);
    }

    private static @Nullable Integer smaller(@Nullable Integer one, @Nullable Integer other) {
        return one == null || (other != null && other < one) ? other : one;
    }
}
