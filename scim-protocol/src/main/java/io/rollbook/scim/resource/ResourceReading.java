package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.NameTable;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexStack;

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
    private final ContainerReader containers;
    private final SchemasMember schemas;
    private final ComplexStack members = new ComplexStack();
    private final int begin = members.begin();
    private final Map<String, List<Complex>> detached;

    /**
     * @param clean whether all texts are known to be
     */
    ResourceReading(ResourceType type, boolean lenient, boolean clean) {
        this.type = type;
        this.detached = type.detached().isEmpty() ? Map.of() : new HashMap<>(2);
        this.lenient = lenient;
        this.values = new AttributeReader(lenient, clean, ignored, members);
        this.containers = new ContainerReader(values, ignored, members);
        this.schemas = new SchemasMember(lenient);
    }

    Submission read(JsonParser parser) {
        NameTable names = type.members();
        for (int name = names.next(parser); name != NameTable.END; name = names.next(parser)) {
            parser.nextToken();
            Attribute attribute = type.attributes().at(name);
            Extension extension = type.extensionAt(name);
            if (attribute != null) {
                member(parser, attribute);
            } else if (extension != null) {
                container(parser, extension);
            } else {
                ignored.add(parser.currentName());
                parser.skipChildren();
            }
        }
        Complex read = members.end(begin);
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
            containers.readMember(parser, attribute, begin);
        }
    }

    private void detached(JsonParser parser, Attribute attribute) {
        List<Complex> elements =
                DetachedElements.of(attribute, values.allElements(parser, attribute, lenient));
        if (detached.put(attribute.name(), elements) != null) {
            throw Misfit.twice(null, attribute);
        }
    }

    private void container(JsonParser parser, Extension extension) {
        Complex container = containers.read(parser, extension);
        String urn = extension.schema().id();
        if (!container.isEmpty() && !members.putIfAbsent(begin, urn, container)) {
            throw Misfit.twice(urn);
        }
    }
}
