package io.rollbook.provisioning.endpoint;

import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import java.util.Set;

/** What the path of a request names (RFC 7644 §3.2). */
sealed interface Target {

    Set<String> READ_ONLY =
            Set.of("ServiceProviderConfig", "ResourceTypes", "ResourceType", "Schemas");
    Set<String> NOT_IMPLEMENTED = Set.of("Me", ".search");

    /** {@code /Users} */
    record All(ResourceType type) implements Target {}

    /** {@code /Users/42} */
    record One(ResourceType type, String id) implements Target {}

    /** What the service provider says of itself: only to be read. */
    record Discovery() implements Target {}

    /** Many writes in one request (RFC 7644 §3.7). */
    record Bulk() implements Target {}

    /** What RFC 7644 knows and this service does not offer. */
    record NotImplemented(String name) implements Target {}

    record Nothing() implements Target {}

    static Target of(String path) {
        String[] segments = path.split("/", -1);
        if (segments.length < 2 || !segments[0].isEmpty()) {
            return new Nothing();
        }
        if (path.equals("/Bulk")) {
            return new Bulk();
        }
        if (NOT_IMPLEMENTED.contains(segments[1])) {
            return new NotImplemented('/' + segments[1]);
        }
        if (READ_ONLY.contains(segments[1])) {
            return new Discovery();
        }
        ResourceType type = SchemaCatalog.standard().resourceType('/' + segments[1]);
        if (type == null || segments.length > 3) {
            return new Nothing();
        }
        if (segments.length == 2) {
            return new All(type);
        }
        return segments[2].equals(".search")
                ? new NotImplemented("/.search")
                : new One(type, segments[2]);
    }
}
