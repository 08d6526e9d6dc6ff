package io.rollbook.provisioning.aggregate;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The precondition of RFC 7644 §3.14: the versions that the client is prepared to change. Tags are
 * compared weakly, since all of ours are weak.
 *
 * @param tags null for every version
 */
public record IfMatch(@Nullable Set<String> tags) {

    public static final IfMatch ANYTHING = new IfMatch(null);

    /** Reads a header; a tag that is none of ours just matches nothing. */
    public static IfMatch parse(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return ANYTHING;
        }
        return new IfMatch(
                Arrays.stream(header.split(",", -1))
                        .map(tag -> opaque(tag.strip()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public static String tagOf(long version) {
        return "W/\"" + version + '"';
    }

    /** The state itself when its version will do, otherwise 412. */
    public <T> Outcome<T> check(long version, T state) {
        return tags == null || tags.contains(opaque(tagOf(version)))
                ? Outcome.accepted(state)
                : Outcome.refused(changedMeanwhile());
    }

    public boolean isConditional() {
        return tags != null;
    }

    static ScimError changedMeanwhile() {
        return ScimError.of(412, "The resource has another version than If-Match asks for");
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
