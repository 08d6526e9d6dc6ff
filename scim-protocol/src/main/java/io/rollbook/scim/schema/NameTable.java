package io.rollbook.scim.schema;

import tools.jackson.core.JsonParser;
import tools.jackson.core.sym.BinaryNameMatcher;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.sym.SimpleNameMatcher;
import tools.jackson.core.util.Named;

import java.util.List;
import java.util.Locale;

/**
 * The names that members of an object can have, in any case (RFC 7643 §2.1). A parser looks a name
 * up by the very bytes that it reads, without making text of them, if it is in its canonical
 * spelling: nearly every client sends that, and any other is looked up once more.
 */
public final class NameTable {
    /** There are no more members. */
    public static final int END = PropertyNameMatcher.MATCH_END_OBJECT;

    private final PropertyNameMatcher matcher;

    NameTable(List<String> canonical) {
        this.matcher = matcher(canonical.stream().map(Named::fromString).toList());
    }

    /**
     * Moves a parser that is inside of an object on to its next member.
     *
     * @return the place of its name in this table, {@link #END} on the closing brace, otherwise
     *     negative
     */
    public int next(JsonParser parser) {
        return parser.nextNameMatch(matcher);
    }

    /** The place of a name; negative when it is not here. */
    int find(String name) {
        return matcher.matchName(name);
    }

    private static PropertyNameMatcher matcher(List<Named> canonical) {
        try {
            return BinaryNameMatcher.constructCaseInsensitive(Locale.ROOT, canonical, true);
        } catch (IllegalStateException e) {
            // More names with the same hash code than it has room for: a tenant can make such.
            return SimpleNameMatcher.constructCaseInsensitive(Locale.ROOT, canonical, true);
        }
    }
}
