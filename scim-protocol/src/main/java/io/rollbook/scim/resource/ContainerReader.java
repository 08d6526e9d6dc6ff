package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Value;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the members of an object whose names are attributes: a resource or an extension. */
final class ContainerReader {
    private final AttributeReader values;
    private final IgnoredNames ignored;

    ContainerReader(AttributeReader values, IgnoredNames ignored) {
        this.values = values;
        this.ignored = ignored;
    }

    Complex read(JsonParser parser, Extension extension) {
        String urn = extension.schema().id();
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Complex.EMPTY;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Misfit.value("The extension '%s' expects an object.".formatted(urn));
        }
        ComplexBuilder members = Complex.builder();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            Attribute attribute = extension.schema().attributes().find(name);
            if (attribute == null) {
                ignored.add(urn + ":" + name);
                parser.skipChildren();
            } else {
                readMember(parser, attribute, members);
            }
        }
        return members.build();
    }

    void readMember(JsonParser parser, Attribute attribute, ComplexBuilder into) {
        if (attribute.isReadOnly()) {
            parser.skipChildren();
            return;
        }
        Value value = values.read(parser, attribute);
        if (value != null && attribute.isDiscarded()) {
            ignored.add(attribute.name());
        } else if (value != null && !into.putIfAbsent(attribute.name(), value)) {
            throw Misfit.twice(null, attribute);
        }
    }
}
