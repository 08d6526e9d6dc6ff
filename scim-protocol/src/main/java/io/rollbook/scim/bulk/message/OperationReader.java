package io.rollbook.scim.bulk.message;

import io.rollbook.scim.value.Text;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one operation of a bulk request. */
final class OperationReader {

    private final DataReader data;

    OperationReader(byte[] body) {
        this.data = new DataReader(body);
    }

    BulkOperation read(JsonParser parser, int number) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Malformed.at(number, "it is not an object.");
        }
        Map<String, String> texts = new HashMap<>();
        BulkData carried = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            String member = name.toLowerCase(Locale.ROOT);
            switch (member) {
                case "data" -> {
                    if (carried != null) {
                        throw Malformed.at(number, "'data' is given twice.");
                    }
                    carried = data.read(parser);
                }
                case "method", "path", "bulkid", "version" -> {
                    String text = text(parser, number, name);
                    if (text != null && texts.put(member, text) != null) {
                        throw Malformed.at(number, "'" + name + "' is given twice.");
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return operation(number, texts, carried);
    }

    private static BulkOperation operation(
            int number, Map<String, String> texts, @Nullable BulkData carried) {
        String method = texts.get("method");
        String path = texts.get("path");
        if (method == null || path == null) {
            throw Malformed.at(
                    number, "'" + (method == null ? "method" : "path") + "' is missing.");
        }
        var operation =
                new BulkOperation(
                        number, method, path, texts.get("bulkid"), texts.get("version"), carried);
        if (operation.creates() && (operation.bulkId() == null || operation.bulkId().isEmpty())) {
            throw Malformed.at(number, "a POST needs a 'bulkId'.");
        }
        return operation;
    }

    /** What comes back in the answer must be text that can be written. */
    private static String answerable(String text, int number, String name) {
        if (!Text.isStorable(text)) {
            throw Malformed.at(number, "'" + name + "' has characters that are not allowed.");
        }
        return text;
    }

    private static @Nullable String text(JsonParser parser, int number, String name) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> answerable(parser.getString(), number, name);
            case VALUE_NULL -> null;
            default -> throw Malformed.at(number, "'" + name + "' is not a string.");
        };
    }
}
