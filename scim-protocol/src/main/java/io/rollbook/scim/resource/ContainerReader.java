package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.NameTable;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexStack;
import io.rollbook.scim.value.Value;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the members of an object whose names are attributes: a resource or an extension. */
final class ContainerReader {
    private final AttributeReader values;
    private final IgnoredNames ignored;
    private final ComplexStack members;

    ContainerReader(AttributeReader values, IgnoredNames ignored, ComplexStack members) {
        this.values = values;
        this.members = members;
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
        Attributes known = extension.schema().attributes();
        NameTable names = known.names();
        int begin = members.begin();
        for (int name = names.next(parser); name != NameTable.END; name = names.next(parser)) {
            parser.nextToken();
            Attribute attribute = known.at(name);
            if (attribute == null) {
                ignored.add(urn + ":" + parser.currentName());
                parser.skipChildren();
            } else {
                readMember(parser, attribute, begin);
            }
        }
        return members.end(begin);
    }

    /**
     * @param begin of the object that it is a member of
     */
    void readMember(JsonParser parser, Attribute attribute, int begin) {
        if (attribute.isReadOnly()) {
            parser.skipChildren();
            return;
        }
        Value value = values.read(parser, attribute);
        if (value != null && attribute.isDiscarded()) {
            ignored.add(attribute.name());
        } else if (value != null && !members.putIfAbsent(begin, attribute.name(), value)) {
            throw Misfit.twice(null, attribute);
        }
    }
}
