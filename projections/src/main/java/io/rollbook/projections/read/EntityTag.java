package io.rollbook.projections.read;

import io.rollbook.scim.canonical.Meta;

import java.util.Arrays;

/**
 * The entity tag of a version (RFC 7232 §2.3); always a weak one, because the same version is shown
 * in several representations.
 */
record EntityTag(String text) {

    static EntityTag of(long version) {
        return new EntityTag(Meta.etag(version));
    }

    /** Whether a list of tags, or {@code *}, holds it; compared weakly (RFC 7232 §2.3.2). */
    boolean isIn(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .anyMatch(each -> each.equals("*") || opaque(each).equals(opaque(text)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
