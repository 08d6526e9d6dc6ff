package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.DateTimes;
import io.rollbook.scim.value.Decimal;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;
import io.rollbook.scim.value.Whole;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.math.BigDecimal;
import java.util.Objects;

/** Reads values that are not complex, each by its data type (RFC 7643 §2.3). */
final class SimpleValues {
    /** Of a decimal: what every database and every consumer can hold. */
    private static final int MOST_DIGITS = 38;

    private static final int MOST_MAGNITUDE = 99;

    private final boolean lenient;
    private final boolean clean;

    /**
     * @param clean whether all texts are known to be, so that none is looked through
     */
    SimpleValues(boolean lenient, boolean clean) {
        this.lenient = lenient;
        this.clean = clean;
    }

    /** Null for what means "unassigned". */
    @Nullable Value read(JsonParser parser, @Nullable Attribute parent, Attribute attribute) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.END_ARRAY) {
            return null;
        }
        return switch (attribute.type()) {
            case STRING -> string(parser, token, parent, attribute);
            case BOOLEAN -> bool(parser, token, parent, attribute);
            case INTEGER -> whole(parser, token, parent, attribute);
            case DECIMAL -> decimal(parser, token, parent, attribute);
            case DATE_TIME -> dateTime(parser, token, parent, attribute);
            case BINARY -> binary(parser, token, parent, attribute);
            case REFERENCE -> reference(parser, token, parent, attribute);
            case COMPLEX -> throw Misfit.kind(parent, attribute, "a simple value", token);
        };
    }

    private @Nullable Text string(
            JsonParser parser, JsonToken token, @Nullable Attribute parent, Attribute attribute) {
        return text(parser, token, parent, attribute, "a string");
    }

    private Bool bool(
            JsonParser parser, JsonToken token, @Nullable Attribute parent, Attribute attribute) {
        if (token == JsonToken.VALUE_TRUE) {
            return Bool.TRUE;
        }
        if (token == JsonToken.VALUE_FALSE) {
            return Bool.FALSE;
        }
        if (lenient && token == JsonToken.VALUE_STRING) {
            String text = parser.getString();
            if (text.equalsIgnoreCase("true")) {
                return Bool.TRUE;
            }
            if (text.equalsIgnoreCase("false")) {
                return Bool.FALSE;
            }
        }
        throw Misfit.kind(parent, attribute, "a boolean (true or false)", token);
    }

    private Whole whole(
            JsonParser parser, JsonToken token, @Nullable Attribute parent, Attribute attribute) {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw Misfit.kind(parent, attribute, "an integer", token);
        }
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw Misfit.form(parent, attribute, "an integer of at most 64 bits");
        }
        return new Whole(parser.getLongValue());
    }

    /** A number without a fraction is what {@link Json} reads it as: it must stay equal. */
    private Value decimal(
            JsonParser parser, JsonToken token, @Nullable Attribute parent, Attribute attribute) {
        if (!token.isNumeric()) {
            throw Misfit.kind(parent, attribute, "a number", token);
        }
        BigDecimal number = parser.getDecimalValue();
        long magnitude = (long) number.precision() - number.scale();
        if (number.precision() > MOST_DIGITS || Math.abs(magnitude) > MOST_MAGNITUDE) {
            throw Misfit.form(
                    parent,
                    attribute,
                    "a number of at most %d digits and an exponent of at most %d"
                            .formatted(MOST_DIGITS, MOST_MAGNITUDE));
        }
        return Objects.requireNonNullElseGet(Json.read(parser), () -> new Decimal(number));
    }

    private @Nullable Text dateTime(
            JsonParser parser, JsonToken token, @Nullable Attribute parent, Attribute attribute) {
        String expected = "a date and time such as 2026-03-02T09:15:00Z";
        Text text = text(parser, token, parent, attribute, expected);
        if (text != null && DateTimes.parse(text.value()).isEmpty()) {
            throw Misfit.form(parent, attribute, expected);
        }
        return text;
    }

    private @Nullable Text binary(
            JsonParser parser, JsonToken token, @Nullable Attribute parent, Attribute attribute) {
        String expected = "bytes in base64";
        Text text = text(parser, token, parent, attribute, expected);
        if (text != null && !TextForm.isBase64(text.value())) {
            throw Misfit.form(parent, attribute, expected);
        }
        return text;
    }

    /**
     * Clients put all kinds of text into profile and photo links: only the strict profile looks.
     */
    private @Nullable Text reference(
            JsonParser parser, JsonToken token, @Nullable Attribute parent, Attribute attribute) {
        String expected = "a URI";
        Text text = text(parser, token, parent, attribute, expected);
        if (text != null && !lenient && !TextForm.isUri(text.value())) {
            throw Misfit.form(parent, attribute, expected);
        }
        return text;
    }

    private @Nullable Text text(
            JsonParser parser,
            JsonToken token,
            @Nullable Attribute parent,
            Attribute attribute,
            String expected) {
        if (token != JsonToken.VALUE_STRING) {
            throw Misfit.kind(parent, attribute, expected, token);
        }
        String text = parser.getString();
        if (lenient && text.isEmpty()) {
            return null;
        }
        int longest =
                attribute.type() == AttributeType.BINARY
                        ? Attribute.LONGEST_BINARY
                        : Attribute.LONGEST_TEXT;
        if (text.length() > longest) {
            throw Misfit.form(parent, attribute, "at most " + longest + " characters");
        }
        if (!clean && !Text.isClean(text)) {
            throw Misfit.characters(parent, attribute);
        }
        return new Text(text);
    }
}
