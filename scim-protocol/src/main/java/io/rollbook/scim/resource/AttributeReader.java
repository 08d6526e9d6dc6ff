package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.NameTable;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexStack;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the value of one attribute from where the parser stands. Null means "unassigned". How deep
 * it calls itself is bounded by the schema and the parser's nesting limit, never by the input
 * alone.
 */
final class AttributeReader {

    private final boolean lenient;
    private final SimpleValues simple;
    private final IgnoredNames ignored;
    private final ComplexStack members;

    /**
     * @param clean whether all texts are known to be
     */
    AttributeReader(boolean lenient, boolean clean, IgnoredNames ignored, ComplexStack members) {
        this.lenient = lenient;
        this.members = members;
        this.simple = new SimpleValues(lenient, clean);
        this.ignored = ignored;
    }

    @Nullable Value read(JsonParser parser, Attribute attribute) {
        return read(parser, null, attribute);
    }

    /**
     * The elements of a multi-valued attribute as they come, those that say nothing as well.
     *
     * @param alsoOne whether one element may come without its array
     */
    List<Value> allElements(JsonParser parser, Attribute attribute, boolean alsoOne) {
        return elements(parser, attribute, alsoOne, true);
    }

    private List<Value> elements(
            JsonParser parser, Attribute attribute, boolean alsoOne, boolean keepsEmpty) {
        JsonToken token = parser.currentToken();
        List<Value> elements = new ArrayList<>(4);
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                addElement(parser, attribute, elements, keepsEmpty);
            }
        } else if (alsoOne || token == JsonToken.VALUE_NULL) {
            addElement(parser, attribute, elements, keepsEmpty);
        } else {
            throw Misfit.kind(null, attribute, "an array", token);
        }
        return elements;
    }

    /** The same as a set: bounded, each element once, at most one of them primary. */
    List<Value> distinctElements(JsonParser parser, Attribute attribute, boolean alsoOne) {
        List<Value> elements = elements(parser, attribute, alsoOne, false);
        if (elements.size() < 2) {
            return elements;
        }
        if (elements.size() > Attribute.MOST_ELEMENTS) {
            throw Misfit.form(null, attribute, "at most " + Attribute.MOST_ELEMENTS + " values");
        }
        List<Value> distinct = SameElement.once(elements);
        if (hasSeveralPrimaries(distinct)) {
            throw Misfit.primaries(attribute);
        }
        return distinct;
    }

    /** One element of a multi-valued attribute, or the value of a single-valued one. */
    @Nullable Value element(JsonParser parser, @Nullable Attribute parent, Attribute attribute) {
        return attribute.isComplex()
                ? complex(parser, attribute)
                : simple.read(parser, parent, attribute);
    }

    private @Nullable Value read(
            JsonParser parser, @Nullable Attribute parent, Attribute attribute) {
        if (!attribute.multiValued()) {
            return element(parser, parent, attribute);
        }
        List<Value> elements = distinctElements(parser, attribute, lenient);
        return elements.isEmpty() ? null : new Many(elements);
    }

    private void addElement(
            JsonParser parser, Attribute attribute, List<Value> elements, boolean keepsEmpty) {
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        Value element = element(parser, null, attribute);
        if (element != null) {
            elements.add(element);
        } else if (isObject && keepsEmpty) {
            elements.add(Complex.EMPTY);
        }
    }

    private @Nullable Complex complex(JsonParser parser, Attribute attribute) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, attribute);
            case VALUE_NULL -> null;
            case START_ARRAY -> onlyElement(parser, attribute);
            case VALUE_STRING -> valueAlone(parser, attribute);
            default -> throw Misfit.kind(null, attribute, "an object", token);
        };
    }

    private @Nullable Complex object(JsonParser parser, Attribute attribute) {
        Attributes known = attribute.subAttributes();
        NameTable names = known.names();
        int begin = members.begin();
        for (int name = names.next(parser); name != NameTable.END; name = names.next(parser)) {
            parser.nextToken();
            Attribute sub = known.at(name);
            if (sub == null) {
                ignored.add(attribute.name() + "." + parser.currentName());
                parser.skipChildren();
            } else if (sub.isReadOnly()) {
                parser.skipChildren();
            } else {
                Value value = read(parser, attribute, sub);
                if (value != null && sub.isDiscarded()) {
                    ignored.add(attribute.name() + "." + sub.name());
                } else if (value != null && !members.putIfAbsent(begin, sub.name(), value)) {
                    throw Misfit.twice(attribute, sub);
                }
            }
        }
        Complex read = members.end(begin);
        if (read.isEmpty()) {
            return null;
        }
        Complex complex = ReferenceValues.kept(attribute, read);
        Requirements.check(attribute, complex);
        return complex;
    }

    /**
     * {@code []} means unassigned (RFC 7643 §2.5); Entra wraps single complex values in an array.
     */
    private @Nullable Complex onlyElement(JsonParser parser, Attribute attribute) {
        if (!attribute.multiValued()) {
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                return null;
            }
            if (lenient) {
                Complex only = complex(parser, attribute);
                if (parser.nextToken() != JsonToken.END_ARRAY) {
                    throw Misfit.form(null, attribute, "one value, not several");
                }
                return only;
            }
        }
        throw Misfit.kind(null, attribute, "an object", JsonToken.START_ARRAY);
    }

    /**
     * Entra sends {@code "manager": "id"} for {@code "manager": {"value": "id"}}, and the empty
     * text for whatever is to be unassigned.
     */
    private @Nullable Complex valueAlone(JsonParser parser, Attribute attribute) {
        if (lenient && parser.getString().isEmpty()) {
            return null;
        }
        Attribute sub = attribute.subAttributes().find(Attribute.VALUE);
        if (!lenient || sub == null) {
            throw Misfit.kind(null, attribute, "an object", JsonToken.VALUE_STRING);
        }
        Value value = read(parser, attribute, sub);
        return value == null ? null : Complex.of(sub.name(), value);
    }

    private static boolean hasSeveralPrimaries(List<Value> elements) {
        int primaries = 0;
        for (Value element : elements) {
            if (element instanceof Complex complex
                    && Bool.TRUE.equals(complex.get(Attribute.PRIMARY))) {
                primaries++;
            }
        }
        return primaries > 1;
    }
}
