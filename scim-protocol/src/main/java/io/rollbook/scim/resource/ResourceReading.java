package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;

import tools.jackson.core.JsonParser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pass over one resource. */
final class ResourceReading {
    private final ResourceType type;
    private final boolean lenient;
    private final IgnoredNames ignored = new IgnoredNames();
    private final AttributeReader values;
    private final ContainerReader members;
    private final SchemasMember schemas;
    private final ComplexBuilder attributes = Complex.builder();
    private final Map<String, List<Complex>> detached = new HashMap<>(2);

    ResourceReading(ResourceType type, boolean lenient) {
        this.type = type;
        this.lenient = lenient;
        this.values = new AttributeReader(lenient, ignored);
        this.members = new ContainerReader(values, ignored);
        this.schemas = new SchemasMember(lenient);
    }

    Submission read(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            Attribute attribute = type.attributes().find(name);
            if (attribute != null) {
                member(parser, attribute);
            } else {
                extensionOrUnknown(parser, name);
            }
        }
        Complex read = attributes.build();
        schemas.check(type, read);
        Requirements.check(read, type);
        return new Submission(read, detached, ignored.names());
    }

    private void member(JsonParser parser, Attribute attribute) {
        if (attribute.name().equals(SchemasMember.NAME)) {
            schemas.read(parser);
        } else if (type.isDetached(attribute)) {
            detached(parser, attribute);
        } else {
            members.readMember(parser, attribute, attributes);
        }
    }

    private void detached(JsonParser parser, Attribute attribute) {
        List<Complex> elements =
                DetachedElements.of(attribute, values.allElements(parser, attribute, lenient));
        if (detached.put(attribute.name(), elements) != null) {
            throw Misfit.twice(null, attribute);
        }
    }

    private void extensionOrUnknown(JsonParser parser, String name) {
        Extension extension = type.extension(name);
        if (extension == null) {
            ignored.add(name);
            parser.skipChildren();
            return;
        }
        Complex container = members.read(parser, extension);
        String urn = extension.schema().id();
        if (!container.isEmpty() && !attributes.putIfAbsent(urn, container)) {
            throw Misfit.twice(urn);
        }
    }
}
