package io.rollbook.standalone.crossing;

import io.rollbook.gateway.door.ApiDocs;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A member of a body that a route of administration takes, as the server describes itself.
 *
 * @param mayBeAnId whether it is a text, or has texts in it
 */
record BodyMember(Parent parent, String simpleName, boolean mayBeAnId) {

    /** How a refusal tells which members there are. */
    private static final Pattern TAKEN =
            Pattern.compile("(?:at most: |there are: |one member, )([A-Za-z]+(?:, [A-Za-z]+)*)");

    /**
     * An object that has members: a body, or an object in it.
     *
     * @param within the name of the object in the body; empty for the body itself
     */
    record Parent(String method, String path, String within) {

        String route() {
            return method + " " + path;
        }

        /** A body with this member and no other. */
        String bodyWith(String member) {
            var object = "{\"%s\":\"x\"}".formatted(member);
            return within.isEmpty() ? object : "{\"%s\":%s}".formatted(within, object);
        }

        @Override
        public String toString() {
            return route() + (within.isEmpty() ? "" : " " + within);
        }
    }

    /** All that the description names. */
    static List<BodyMember> all() {
        var document = JsonMapper.shared().readTree(ApiDocs.load().document());
        var all = new ArrayList<BodyMember>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var body = resolved(document, operation.getValue().path("requestBody"));
                var schema = body.path("content").path("application/json").path("schema");
                if (path.getKey().startsWith("/admin/") && !schema.isMissingNode()) {
                    var method = operation.getKey().toUpperCase(Locale.ROOT);
                    add(document, new Parent(method, path.getKey(), ""), schema, all);
                }
            }
        }
        return all;
    }

    private static void add(
            JsonNode document, Parent parent, JsonNode schema, List<BodyMember> all) {
        for (var property : resolved(document, schema).path("properties").properties()) {
            var name = property.getKey();
            var value = resolved(document, property.getValue());
            boolean hasMembers = !value.path("properties").isEmpty();
            all.add(new BodyMember(parent, name, !hasMembers && hasText(document, value)));
            if (hasMembers) {
                add(document, new Parent(parent.method(), parent.path(), name), value, all);
            }
        }
    }

    private static boolean hasText(JsonNode document, JsonNode schema) {
        var types = schema.path("type").toString();
        return types.contains("string")
                || types.contains("object")
                || schema.has("items")
                        && hasText(document, resolved(document, schema.get("items")));
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : resolved(document, document.at(reference.substring(1)));
    }

    /** The names that the description gives to the members of an object. */
    static Set<String> describedOf(Parent parent) {
        return all().stream()
                .filter(member -> member.parent().equals(parent))
                .map(BodyMember::simpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names that a refusal says. */
    static Set<String> takenBy(String refusal) {
        var found = TAKEN.matcher(refusal);
        return found.find() ? new TreeSet<>(List.of(found.group(1).split(", "))) : Set.of();
    }

    /** With the name of the object around it. */
    String name() {
        return parent.within().isEmpty() ? simpleName : parent.within() + "." + simpleName;
    }

    boolean isTriedBy(Place place) {
        return unnamed(place.route()).equals(unnamed(parent.route()))
                && Pattern.compile("\"" + simpleName + "\":(\\{\"id\":|\\[)?\"@\"")
                        .matcher(place.request())
                        .find();
    }

    private static String unnamed(String route) {
        return route.replaceAll("\\{\\w+}", "{}");
    }
}
