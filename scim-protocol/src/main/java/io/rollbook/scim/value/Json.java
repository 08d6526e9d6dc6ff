package io.rollbook.scim.value;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.ByteArrayBuilder;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON of values, untyped: for what we stored ourselves. What a client sent is read against the
 * schema instead.
 */
public final class Json {
    /** How deep a document may be nested. */
    public static final int NESTING = 64;

    private static final JsonFactory FACTORY = limited().build();
    private static final Parsers PARSERS = new Parsers(Json::limited);

    private Json() {}

    public static byte[] write(Value value) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512)) {
            try (JsonGenerator generator = generator(bytes)) {
                write(generator, value);
            }
            return bytes.toByteArray();
        }
    }

    public static JsonGenerator generator(ByteArrayBuilder target) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), target);
    }

    public static JsonParser parser(byte[] json) {
        return parser(json, 0, json.length);
    }

    /** Of a part of the bytes. */
    public static JsonParser parser(byte[] json, int start, int length) {
        return PARSERS.of(json, start, length);
    }

    /** Bounds what a hostile body can cost before the schema is even looked at. */
    private static JsonFactoryBuilder limited() {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(NESTING).build());
    }

    public static void write(JsonGenerator generator, Value value) {
        switch (value) {
            case Text(String text) -> generator.writeString(text);
            case Bool(boolean bool) -> generator.writeBoolean(bool);
            case Whole(long whole) -> generator.writeNumber(whole);
            case Decimal(var decimal) -> generator.writeNumber(decimal);
            case Many(var elements) -> {
                generator.writeStartArray();
                for (Value element : elements) {
                    write(generator, element);
                }
                generator.writeEndArray();
            }
            case Complex complex -> {
                generator.writeStartObject();
                for (int i = 0; i < complex.names.length; i++) {
                    generator.writeName(complex.names[i]);
                    write(generator, complex.values[i]);
                }
                generator.writeEndObject();
            }
        }
    }

    /**
     * Reads one object; {@code null} members and elements are left out.
     *
     * @throws tools.jackson.core.JacksonException when it is not JSON
     * @throws IllegalArgumentException when it is not an object
     */
    public static Complex readObject(byte[] json) {
        try (JsonParser parser = parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            return object(parser);
        }
    }

    /** Reads the value that the parser stands on; {@code null} for a JSON null. */
    public static @Nullable Value read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Text(parser.getString());
            case VALUE_TRUE -> Bool.TRUE;
            case VALUE_FALSE -> Bool.FALSE;
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> new Decimal(parser.getDecimalValue());
            case null, default -> null;
        };
    }

    /** Maps, lists, strings, booleans, longs and big decimals, for other people's JSON mappers. */
    public static Object toPlain(Value value) {
        return PlainValues.of(value);
    }

    /** The inverse of {@link #toPlain}; {@code null} members and elements are left out. */
    public static Value fromPlain(Object plain) {
        return PlainValues.parse(plain);
    }

    private static Complex object(JsonParser parser) {
        ComplexBuilder members = Complex.builder();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            Value value = read(parser);
            if (value != null) {
                members.put(name, value);
            }
        }
        return members.build();
    }

    private static Many array(JsonParser parser) {
        List<Value> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Value element = read(parser);
            if (element != null) {
                elements.add(element);
            }
        }
        return new Many(elements);
    }

    private static Value integer(JsonParser parser) {
        if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return new Whole(parser.getLongValue());
        }
        BigInteger big = parser.getBigIntegerValue();
        return new Decimal(new BigDecimal(big));
    }
}
