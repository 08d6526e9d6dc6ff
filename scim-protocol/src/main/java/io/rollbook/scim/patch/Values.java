package io.rollbook.scim.patch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.patch.edit.Part;
import io.rollbook.scim.patch.message.JsonText;
import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.resource.IgnoredNames;
import io.rollbook.scim.resource.ReferenceValues;
import io.rollbook.scim.resource.ValueReader;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads the values of operations in the type of their attribute. */
final class Values {
    private final ValueReader reader;
    private final boolean lenient;

    Values(Profile profile, IgnoredNames ignored) {
        this.reader = new ValueReader(profile, ignored);
        this.lenient = profile == Profile.ENTRA;
    }

    /** The whole value of an attribute or sub-attribute; null means "unassigned". */
    @Nullable Value whole(JsonText text, Attribute attribute) {
        return read(unwrapped(text, attribute), attribute, reader::read).orElse(null);
    }

    List<Value> elements(JsonText text, Attribute attribute) {
        List<Value> elements = read(unwrapped(text, attribute), attribute, reader::readElements);
        return lenient && attribute.isComplex()
                ? elements.stream().map(element -> unwrappedElement(element, attribute)).toList()
                : elements;
    }

    List<Complex> detached(JsonText text, Attribute attribute) {
        return read(unwrapped(text, attribute), attribute, reader::readDetached);
    }

    /** What is given of one complex value; empty when the value itself is unassigned. */
    Optional<Part> part(JsonText sent, Attribute attribute) {
        JsonText text = unwrapped(sent, attribute);
        if (attribute.multiValued() && text.kind() == JsonToken.START_ARRAY) {
            return onlyElement(elements(text, attribute), attribute);
        }
        Optional<Value> value = read(text, attribute, reader::readElement);
        if (text.kind() != JsonToken.START_OBJECT) {
            return value.map(read -> new Part((Complex) read, Set.of()));
        }
        Complex assigned = value.map(Complex.class::cast).orElse(Complex.EMPTY);
        Set<String> cleared = text.read(parser -> subAttributesIn(parser, attribute));
        cleared.removeAll(assigned.members().keySet());
        return Optional.of(new Part(assigned, cleared));
    }

    /** One sub-attribute of a complex value. */
    Part part(JsonText text, Attribute attribute, Attribute sub) {
        Part part = Part.of(sub, whole(text, sub));
        return new Part(ReferenceValues.kept(attribute, part.assigned()), part.cleared());
    }

    private static Optional<Part> onlyElement(List<Value> elements, Attribute attribute) {
        if (elements.size() > 1) {
            throw Refusals.value(
                    "the path stands for one element of '%s', the value for several."
                            .formatted(attribute.name()));
        }
        return elements.stream().map(only -> new Part((Complex) only, Set.of())).findFirst();
    }

    private static Set<String> subAttributesIn(JsonParser parser, Attribute attribute) {
        Set<String> names = new HashSet<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            parser.skipChildren();
            Attribute sub = attribute.subAttributes().find(name);
            if (sub != null && !sub.isReadOnly()) {
                names.add(sub.name());
            }
        }
        return names;
    }

    /** Entra may write a complex value as a string that holds its JSON. */
    private JsonText unwrapped(JsonText text, Attribute attribute) {
        if (!lenient || !attribute.isComplex() || text.kind() != JsonToken.VALUE_STRING) {
            return text;
        }
        return jsonIn(text.read(JsonParser::getString)).orElse(text);
    }

    /** Entra's form of an app role: the JSON of the element stands in its {@code value}. */
    private Value unwrappedElement(Value element, Attribute attribute) {
        if (element instanceof Complex complex
                && complex.get(Attribute.VALUE) instanceof Text(String text)) {
            return jsonIn(text)
                    .flatMap(json -> part(json, attribute))
                    .map(inner -> inner.mergedInto(complex))
                    .orElse(complex);
        }
        return element;
    }

    private static Optional<JsonText> jsonIn(String string) {
        if (!string.startsWith("{") && !string.startsWith("[")) {
            return Optional.empty();
        }
        JsonText json = JsonText.of(string.getBytes(UTF_8));
        try {
            json.read(JsonParser::skipChildren);
            return Optional.of(json);
        } catch (JacksonException plainText) {
            return Optional.empty();
        }
    }

    private static <T> T read(
            JsonText text,
            Attribute attribute,
            BiFunction<JsonParser, Attribute, Outcome<T>> reading) {
        return text.read(parser -> Refusal.orThrow(reading.apply(parser, attribute)));
    }
}
