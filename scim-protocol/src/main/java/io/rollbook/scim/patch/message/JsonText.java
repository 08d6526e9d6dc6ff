package io.rollbook.scim.patch.message;

import io.rollbook.scim.value.Json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.function.Function;

/**
 * A JSON value where it stands in a body, read when its type is known: {@code value} may come
 * before the {@code path} that says what it is. The body has been parsed once, so it is sound.
 */
public record JsonText(byte[] body, int start, int end) {

    public static JsonText of(byte[] body) {
        return new JsonText(body, 0, body.length);
    }

    /** The value that a parser of this text stands on; leaves the parser on its last token. */
    public JsonText take(JsonParser parser) {
        int from = start + (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return new JsonText(body, from, start + (int) parser.currentLocation().getByteOffset());
    }

    public JsonToken kind() {
        return read(JsonParser::currentToken);
    }

    public boolean isNull() {
        return kind() == JsonToken.VALUE_NULL;
    }

    /** Starts on the first token of the value. */
    public <T> T read(Function<JsonParser, T> reading) {
        try (JsonParser parser = Json.parser(body, start, end - start)) {
            parser.nextToken();
            return reading.apply(parser);
        }
    }
}
