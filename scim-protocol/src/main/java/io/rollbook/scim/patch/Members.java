package io.rollbook.scim.patch;

import io.rollbook.scim.patch.message.JsonText;
import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;

import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation whose value names the attributes itself: one without a path, or one on an extension.
 * Entra's names are paths ({@code name.givenName}, {@code urn:…:User:department}); the strict
 * profile knows attribute names only.
 */
final class Members {
    private final Binding binding;
    private final Assignment assignment;
    private final ResourceType type;

    Members(Binding binding, Assignment assignment) {
        this.binding = binding;
        this.assignment = assignment;
        this.type = binding.type;
    }

    /**
     * {@code id}, {@code schemas} and {@code meta} are left out in both profiles: clients send a
     * resource back as they got it. Other read-only attributes are refused.
     */
    List<Step> ofResource(JsonText object) {
        List<Step> steps = new ArrayList<>();
        members(object)
                .forEach(
                        (name, value) -> {
                            if (!isEcho(name)) {
                                steps.addAll(assignment.of(target(name), value));
                            }
                        });
        return steps;
    }

    List<Step> ofExtension(Extension extension, boolean adds, JsonText object) {
        List<Step> steps = new ArrayList<>();
        if (!adds) {
            steps.addAll(new Removal(binding).unassigned(extension));
        }
        if (!object.isNull()) {
            members(object)
                    .forEach(
                            (name, value) ->
                                    steps.addAll(assignment.of(target(extension, name), value)));
        }
        return steps;
    }

    private Target target(String name) {
        boolean isName =
                type.attributes().find(name) != null
                        || type.extension(name) != null
                        || name.equalsIgnoreCase(type.base().id());
        if (!isName && !binding.lenient) {
            throw Refusals.path(name);
        }
        return binding.target(name);
    }

    private Target target(Extension extension, String name) {
        String path = extension.schema().id() + ":" + name;
        if (extension.schema().attributes().find(name) == null && !binding.lenient) {
            throw Refusals.path(path);
        }
        return binding.target(path);
    }

    private boolean isEcho(String name) {
        Attribute attribute = type.attributes().find(name);
        return attribute != null
                && attribute.isReadOnly()
                && type.base().attributes().find(name) == null;
    }

    private static Map<String, JsonText> members(JsonText object) {
        if (object.kind() != JsonToken.START_OBJECT) {
            throw Refusals.value("without an attribute in the path, the value is an object.");
        }
        return object.read(
                parser -> {
                    Map<String, JsonText> members = new LinkedHashMap<>();
                    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                        parser.nextToken();
                        if (members.put(name, object.take(parser)) != null) {
                            throw Refusals.syntax("an attribute is given twice.");
                        }
                    }
                    return members;
                });
    }
}
