package io.rollbook.audit.query;

import io.rollbook.scim.error.Outcome;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The parameters of a request; an unknown or repeated one is refused, not passed over. */
public record QueryString(Map<String, String> values) {

    public static Outcome<QueryString> parse(String query, Set<String> known) {
        var values = new HashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (name == null || value == null) {
                return Refusals.badRequest("The query is not percent-encoded as a URI demands.");
            }
            if (!known.contains(name)) {
                return Refusals.badRequest(
                        known.isEmpty()
                                ? "There are no parameters here."
                                : "There is no parameter of that name; the parameters here are "
                                        + String.join(", ", known.stream().sorted().toList())
                                        + ".");
            }
            if (values.put(name, value) != null) {
                return Refusals.badRequest("The parameter " + name + " is there more than once.");
            }
        }
        return Outcome.accepted(new QueryString(Map.copyOf(values)));
    }

    public @Nullable String value(String name) {
        return values.get(name);
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
