package io.rollbook.scim.canonical;

import java.time.Instant;

/**
 * What the service provider knows about a resource (RFC 7643 §3.1).
 *
 * @param version the number behind the entity tag
 */
public record Meta(Instant created, Instant lastModified, long version) {

    /** The entity tag, as in {@code ETag} and {@code meta.version}. */
    public String etag() {
        return etag(version);
    }

    public static String etag(long version) {
        return "W/\"" + version + "\"";
    }
}
