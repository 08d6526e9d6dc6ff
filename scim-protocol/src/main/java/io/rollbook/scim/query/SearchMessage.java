package io.rollbook.scim.query;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Reads one SearchRequest message (RFC 7644 §3.4.3). */
final class SearchMessage {
    private static final List<String> STRINGS = List.of("filter", "sortby", "sortorder", "cursor");
    private static final List<String> INTEGERS = List.of("startindex", "count");
    private static final List<String> LISTS =
            List.of("schemas", "attributes", "excludedattributes");

    private final JsonParser parser;
    private final Map<String, String> members = new HashMap<>();
    private boolean namesSchema;

    SearchMessage(JsonParser parser) {
        this.parser = parser;
    }

    SearchRequest read() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            String value = value(name, name.toLowerCase(Locale.ROOT));
            if (value != null && members.put(name.toLowerCase(Locale.ROOT), value) != null) {
                throw syntax("'%s' is given twice.".formatted(name));
            }
        }
        if (!namesSchema) {
            throw syntax("'schemas' does not name '" + SearchRequest.SCHEMA + "'.");
        }
        return new SearchRequest(
                members.get("filter"),
                members.get("sortby"),
                members.get("sortorder"),
                members.get("startindex"),
                members.get("count"),
                members.get("cursor"),
                members.get("attributes"),
                members.get("excludedattributes"));
    }

    private @Nullable String value(String name, String key) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (STRINGS.contains(key)) {
            return string(name);
        }
        if (INTEGERS.contains(key)) {
            return integer(name);
        }
        if (LISTS.contains(key)) {
            return list(name);
        }
        parser.skipChildren();
        return null;
    }

    private String string(String name) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw syntax("'%s' is not a string.".formatted(name));
        }
        return parser.getString();
    }

    private String integer(String name) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new Refusal(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE, "'%s' is not an integer.".formatted(name)));
        }
        return parser.getString();
    }

    /** As the query of a GET writes it. */
    private String list(String name) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw syntax("'%s' is not an array of strings.".formatted(name));
        }
        StringJoiner names = new StringJoiner(",");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw syntax("'%s' is not an array of strings.".formatted(name));
            }
            namesSchema |=
                    name.equalsIgnoreCase("schemas")
                            && parser.getString().equalsIgnoreCase(SearchRequest.SCHEMA);
            names.add(parser.getString());
        }
        return names.toString();
    }

    private static Refusal syntax(String detail) {
        return new Refusal(ScimError.badRequest(ScimType.INVALID_SYNTAX, detail));
    }
}
