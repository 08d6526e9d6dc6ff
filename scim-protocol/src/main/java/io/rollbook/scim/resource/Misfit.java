package io.rollbook.scim.resource;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.schema.Attribute;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonToken;

/** The words of refused values: which attribute, what was expected, what kind came instead. */
final class Misfit {
    private Misfit() {}

    static Refusal kind(
            @Nullable Attribute parent, Attribute attribute, String expected, JsonToken got) {
        return value(
                "Attribute '%s' expects %s, but got %s."
                        .formatted(name(parent, attribute), expected, kindOf(got)));
    }

    static Refusal form(@Nullable Attribute parent, Attribute attribute, String expected) {
        return value("Attribute '%s' expects %s.".formatted(name(parent, attribute), expected));
    }

    static Refusal characters(@Nullable Attribute parent, Attribute attribute) {
        return value(
                "Attribute '%s' holds a control character or half of a surrogate pair."
                        .formatted(name(parent, attribute)));
    }

    static Refusal twice(@Nullable Attribute parent, Attribute attribute) {
        return twice(name(parent, attribute));
    }

    static Refusal twice(String name) {
        return new Refusal(
                ScimError.badRequest(
                        ScimType.INVALID_SYNTAX, "Attribute '%s' is given twice.".formatted(name)));
    }

    static Refusal primaries(Attribute attribute) {
        return value(
                "Attribute '%s' has more than one primary value; at most one is allowed."
                        .formatted(attribute.name()));
    }

    static Refusal missing(@Nullable Attribute parent, Attribute attribute) {
        return value(
                "Attribute '%s' is required and must not be empty."
                        .formatted(name(parent, attribute)));
    }

    static Refusal value(String detail) {
        return new Refusal(ScimError.badRequest(ScimType.INVALID_VALUE, detail));
    }

    private static String name(@Nullable Attribute parent, Attribute attribute) {
        return parent == null ? attribute.name() : parent.name() + "." + attribute.name();
    }

    private static String kindOf(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "a number";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction or exponent";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    "something else";
        };
    }
}
