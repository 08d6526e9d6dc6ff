package io.rollbook.scim.discovery;

import io.rollbook.scim.seam.RequestSizes;

import org.jspecify.annotations.Nullable;

/**
 * What this installation supports, as {@code /ServiceProviderConfig} says it (RFC 7643 §5). PATCH
 * and filters are always there, changing passwords never.
 *
 * @param documentationUri where humans read on; null for nowhere
 * @param maxResults the most resources in one page
 */
public record Capabilities(
        @Nullable String documentationUri,
        Bulk bulk,
        int maxResults,
        boolean sort,
        boolean etag,
        Pages pages) {

    /** These, as far as nothing smaller was set for who asks. */
    public Capabilities within(RequestSizes sizes) {
        int most = RequestSizes.within(sizes.pageSize(), maxResults);
        return new Capabilities(
                documentationUri,
                new Bulk(
                        bulk.supported,
                        RequestSizes.within(sizes.bulkOperations(), bulk.maxOperations),
                        RequestSizes.within(sizes.bodyBytes(), bulk.maxPayloadSize)),
                most,
                sort,
                etag,
                new Pages(Math.min(pages.defaultPageSize, most), pages.cursorTimeoutSeconds));
    }

    /** Limits of bulk requests; zero where they are not supported. */
    public record Bulk(boolean supported, int maxOperations, int maxPayloadSize) {
        public static final Bulk NONE = new Bulk(false, 0, 0);
    }

    /**
     * How lists are paged (RFC 9865 §4); by index always.
     *
     * @param cursorTimeoutSeconds how long a cursor stays valid at least; null when cursors are not
     *     supported
     */
    public record Pages(int defaultPageSize, @Nullable Integer cursorTimeoutSeconds) {}
}
