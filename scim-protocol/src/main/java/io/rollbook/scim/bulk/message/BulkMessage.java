package io.rollbook.scim.bulk.message;

import io.rollbook.scim.error.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One pass over one bulk request. */
final class BulkMessage {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private final BulkLimits limits;
    private final OperationReader reader;
    private final List<BulkOperation> operations = new ArrayList<>();
    private final Set<String> bulkIds = new HashSet<>();
    private boolean namesSchema;
    private boolean hasOperations;
    private @Nullable Integer failOnErrors;

    BulkMessage(byte[] body, BulkLimits limits) {
        this.limits = limits;
        this.reader = new OperationReader(body);
    }

    BulkRequest read(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equalsIgnoreCase("schemas")) {
                readSchemas(parser, token);
            } else if (name.equalsIgnoreCase("Operations")) {
                readOperations(parser, token);
            } else if (name.equalsIgnoreCase("failOnErrors")) {
                readFailOnErrors(parser, token);
            } else {
                parser.skipChildren();
            }
        }
        if (!namesSchema) {
            throw Malformed.because("'schemas' does not name '" + SCHEMA + "'.");
        }
        if (operations.isEmpty()) {
            throw Malformed.because("'Operations' is missing or empty.");
        }
        return new BulkRequest(failOnErrors == null ? BulkRequest.NEVER : failOnErrors, operations);
    }

    private void readSchemas(JsonParser parser, JsonToken token) {
        if (token != JsonToken.START_ARRAY) {
            throw Malformed.because("'schemas' is not an array.");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            namesSchema |=
                    parser.currentToken() == JsonToken.VALUE_STRING
                            && parser.getString().equalsIgnoreCase(SCHEMA);
            parser.skipChildren();
        }
    }

    private void readFailOnErrors(JsonParser parser, JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        boolean positive =
                token == JsonToken.VALUE_NUMBER_INT
                        && parser.getNumberType() == JsonParser.NumberType.INT
                        && parser.getIntValue() > 0;
        if (!positive || failOnErrors != null) {
            throw Malformed.because("'failOnErrors' is not one positive integer.");
        }
        failOnErrors = parser.getIntValue();
    }

    private void readOperations(JsonParser parser, JsonToken token) {
        if (token != JsonToken.START_ARRAY || hasOperations) {
            throw Malformed.because("'Operations' is not one array.");
        }
        hasOperations = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (operations.size() == limits.maxOperations()) {
                throw new Refusal(limits.tooMany());
            }
            BulkOperation operation = reader.read(parser, operations.size() + 1);
            if (operation.creates() && !bulkIds.add(String.valueOf(operation.bulkId()))) {
                throw Malformed.at(operation.number(), "its 'bulkId' is taken by another POST.");
            }
            operations.add(operation);
        }
    }
}
