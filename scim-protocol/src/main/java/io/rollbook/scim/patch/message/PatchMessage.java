package io.rollbook.scim.patch.message;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.patch.refusal.Refusals;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;

/** Reads the PatchOp message (RFC 7644 §3.5.2) without looking into its values. */
public final class PatchMessage {
    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private final JsonText body;
    private final int maxOperations;
    private final List<Operation> operations = new ArrayList<>();
    private boolean namesSchema;

    public PatchMessage(byte[] body, int maxOperations) {
        this.body = JsonText.of(body);
        this.maxOperations = maxOperations;
    }

    public List<Operation> read(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equalsIgnoreCase("schemas")) {
                readSchemas(parser);
            } else if (name.equalsIgnoreCase("Operations")) {
                readOperations(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (!namesSchema) {
            throw Refusals.syntax("'schemas' does not name '" + SCHEMA + "'.");
        }
        if (operations.isEmpty()) {
            throw Refusals.syntax("'Operations' is missing or empty.");
        }
        return operations;
    }

    private void readSchemas(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw Refusals.syntax("'schemas' is not an array.");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            namesSchema |=
                    parser.currentToken() == JsonToken.VALUE_STRING
                            && parser.getString().equalsIgnoreCase(SCHEMA);
            parser.skipChildren();
        }
    }

    private void readOperations(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY || !operations.isEmpty()) {
            throw Refusals.syntax("'Operations' is not one array.");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (operations.size() == maxOperations) {
                throw new Refusal(
                        ScimError.of(413, "A PATCH has at most " + maxOperations + " operations."));
            }
            int number = operations.size() + 1;
            operations.add(Refusals.during(number, () -> readOperation(parser, number)));
        }
    }

    private Operation readOperation(JsonParser parser, int number) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Refusals.syntax("an operation is an object.");
        }
        String op = null;
        String path = null;
        JsonText value = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equalsIgnoreCase("op")) {
                op = string(parser, "op", op);
            } else if (name.equalsIgnoreCase("path")) {
                path = string(parser, "path", path);
            } else if (name.equalsIgnoreCase("value")) {
                once("value", value);
                value = body.take(parser);
            } else {
                parser.skipChildren();
            }
        }
        Verb verb = op == null ? null : Verb.ofKeyword(op);
        if (verb == null) {
            throw Refusals.syntax("'op' is not one of add, remove, replace.");
        }
        return new Operation(number, verb, path, value);
    }

    private static @Nullable String string(
            JsonParser parser, String name, @Nullable String former) {
        once(name, former);
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NULL -> null;
            default -> throw Refusals.syntax("'" + name + "' is not a string.");
        };
    }

    private static void once(String name, @Nullable Object former) {
        if (former != null) {
            throw Refusals.syntax("'" + name + "' is given twice.");
        }
    }
}
