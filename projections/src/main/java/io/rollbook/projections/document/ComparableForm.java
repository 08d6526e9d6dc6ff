package io.rollbook.projections.document;

import io.rollbook.scim.filter.Texts;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.DateTimes;
import io.rollbook.scim.value.Decimal;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;
import io.rollbook.scim.value.Whole;

import java.time.Instant;

/**
 * Values in the form in which the database compares them byte by byte: folded where their attribute
 * is not {@code caseExact}, points in time as digits.
 */
public final class ComparableForm {

    private static final char REPLACEMENT = '\uFFFD';

    private ComparableForm() {}

    /** The same resource with each value in its comparable form. */
    static Complex of(ResourceType type, Complex resource) {
        var comparable = of(type.attributes(), resource).toBuilder();
        for (Extension extension : type.extensions()) {
            var urn = extension.schema().id();
            if (resource.get(urn) instanceof Complex container) {
                comparable.put(urn, of(extension.schema().attributes(), container));
            }
        }
        return comparable.build();
    }

    public static String of(Attribute attribute, String text) {
        return storable(Texts.comparable(attribute, text));
    }

    /** Digits that order as the instants do. */
    public static String of(Instant instant) {
        long second = instant.getEpochSecond() - Instant.MIN.getEpochSecond();
        return padded(second, 17) + '.' + padded(instant.getNano(), 9);
    }

    private static String padded(long number, int width) {
        var digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }

    /** PostgreSQL's text holds every character but U+0000, and no half of a pair. */
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var storable = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || isHalf(point) ? REPLACEMENT : point)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static Complex of(Attributes definitions, Complex values) {
        var comparable = Complex.builder();
        values.forEach(
                (name, value) -> {
                    var definition = definitions.find(name);
                    if (definition != null) {
                        comparable.put(name, of(definition, value));
                    }
                });
        return comparable.build();
    }

    private static Value of(Attribute definition, Value value) {
        return switch (value) {
            case Text(String text) -> new Text(ofStored(definition, text));
            case Complex complex -> of(definition.subAttributes(), complex);
            case Many(var elements) ->
                    new Many(elements.stream().map(each -> of(definition, each)).toList());
            case Bool bool -> bool;
            case Whole whole -> whole;
            case Decimal decimal -> decimal;
        };
    }

    private static String ofStored(Attribute definition, String text) {
        return definition.type() == AttributeType.DATE_TIME
                ? DateTimes.parse(text).map(ComparableForm::of).orElse("")
                : of(definition, text);
    }
}
