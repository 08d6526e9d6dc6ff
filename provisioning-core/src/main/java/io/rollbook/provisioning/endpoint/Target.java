package io.rollbook.provisioning.endpoint;

import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import java.util.Set;

/** What the path of a request names (RFC 7644 §3.2). */
sealed interface Target {

    Set<String> READ_ONLY =
            Set.of("ServiceProviderConfig", "ResourceTypes", "ResourceType", "Schemas");

    /** {@code /Users} */
    record All(ResourceType type) implements Target {}

    /** {@code /Users/42} */
    record One(ResourceType type, String id) implements Target {}

    /** What the service provider says of itself: only to be read. */
    record Discovery() implements Target {}

    /** Many writes in one request (RFC 7644 §3.7). */
    record Bulk() implements Target {}

    /** A question that is POSTed (RFC 7644 §3.4.3): answered by the read side, never a write. */
    record Search() implements Target {}

    /** {@code /Me} (RFC 7644 §3.11): a token stands for a connection, which is nobody's user. */
    record Me() implements Target {}

    record Nothing() implements Target {}

    static Target of(String path) {
        String[] segments = path.split("/", -1);
        if (segments.length < 2 || !segments[0].isEmpty()) {
            return new Nothing();
        }
        if (path.equals("/Bulk")) {
            return new Bulk();
        }
        if (segments[1].equals("Me")) {
            return new Me();
        }
        if (READ_ONLY.contains(segments[1])) {
            return new Discovery();
        }
        if (segments[1].equals(".search")) {
            return new Search();
        }
        return resources(segments);
    }

    private static Target resources(String[] segments) {
        ResourceType type = SchemaCatalog.standard().resourceType('/' + segments[1]);
        if (type == null || segments.length > 3) {
            return new Nothing();
        }
        if (segments.length == 2) {
            return new All(type);
        }
        return segments[2].equals(".search") ? new Search() : new One(type, segments[2]);
    }
}
