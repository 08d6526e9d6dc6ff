package io.rollbook.scim.precondition;

import io.rollbook.scim.canonical.Meta;

import java.util.HashSet;
import java.util.Set;

/**
 * The entity tags of one header (RFC 9110 §8.8.3). Compared weakly: all of ours are weak, because
 * one version is shown in many representations.
 *
 * @param any whether the header is {@code *}
 * @param opaque the tags without their mark of weakness, with their quotes
 */
public record EntityTags(boolean any, Set<String> opaque) {

    private static final String WEAK = "W/";

    public EntityTags {
        opaque = Set.copyOf(opaque);
    }

    /** Never fails: what is no tag is a tag that nothing has. */
    public static EntityTags parse(String header) {
        if (header.strip().equals("*")) {
            return new EntityTags(true, Set.of());
        }
        Set<String> opaque = new HashSet<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= header.length(); i++) {
            // A comma inside of quotes parts nothing.
            if (i == header.length() || (header.charAt(i) == ',' && !quoted)) {
                addTag(header.substring(start, i).strip(), opaque);
                start = i + 1;
            } else if (header.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return new EntityTags(false, opaque);
    }

    public boolean include(long version) {
        return any || opaque.contains(Meta.etag(version).substring(WEAK.length()));
    }

    private static void addTag(String element, Set<String> opaque) {
        String tag = element.startsWith(WEAK) ? element.substring(WEAK.length()) : element;
        if (tag.length() > 1 && tag.startsWith("\"") && tag.indexOf('"', 1) == tag.length() - 1) {
            opaque.add(tag);
        }
    }
}
