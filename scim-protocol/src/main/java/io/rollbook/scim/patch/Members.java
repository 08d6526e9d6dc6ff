package io.rollbook.scim.patch;

import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;

import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An operation whose value names the attributes itself: one without a path, or one on an extension.
 * Entra's names are paths ({@code name.givenName}, {@code urn:…:User:department}); the strict
 * profile knows attribute names only.
 */
final class Members {
    private final Binding binding;
    private final ResourceType type;
    private final boolean lenient;

    Members(Binding binding, ResourceType type, boolean lenient) {
        this.binding = binding;
        this.type = type;
        this.lenient = lenient;
    }

    /**
     * {@code id}, {@code schemas} and {@code meta} are left out in both profiles: clients send a
     * resource back as they got it. Other read-only attributes are refused.
     */
    List<Step> ofResource(Verb verb, JsonText object) {
        List<Step> steps = new ArrayList<>();
        members(object)
                .forEach(
                        (name, value) -> {
                            if (!isEcho(name)) {
                                steps.addAll(binding.assign(verb, target(name), value));
                            }
                        });
        return steps;
    }

    List<Step> ofExtension(Verb verb, Extension extension, JsonText object) {
        if (object.isNull()) {
            return verb == Verb.ADD ? List.of() : unassigned(extension);
        }
        List<Step> steps = new ArrayList<>();
        if (verb == Verb.REPLACE) {
            steps.addAll(unassigned(extension));
        }
        String urn = extension.schema().id();
        members(object)
                .forEach(
                        (name, value) -> {
                            if (!lenient && extension.schema().attributes().find(name) == null) {
                                throw Refusals.path(urn + ":" + name);
                            }
                            steps.addAll(
                                    binding.assign(verb, binding.target(urn + ":" + name), value));
                        });
        return steps;
    }

    /** Unassigns every attribute of an extension that a client may change. */
    List<Step> unassigned(Extension extension) {
        String urn = extension.schema().id();
        return extension.schema().attributes().stream()
                .filter(attribute -> !attribute.isReadOnly())
                .flatMap(attribute -> unassigned(urn, attribute))
                .toList();
    }

    private Stream<Step> unassigned(String urn, Attribute attribute) {
        return binding.unassign(new AttributePath(urn, attribute, null)).stream();
    }

    private Target target(String name) {
        boolean isName =
                type.attributes().find(name) != null
                        || type.extension(name) != null
                        || name.equalsIgnoreCase(type.base().id());
        if (!isName && !lenient) {
            throw Refusals.path(name);
        }
        return binding.target(name);
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
